// Packs in the npm package: opened from the file that `jibiao pack build` makes, refused with a code.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../tools.mjs';
import { jibiao as command, json } from '../schemas/command.mjs';
import { load } from './package.mjs';

const jibiao = await load();
const sources = join(root, 'crates', 'packs', 'tests', 'fixtures', 'example-district');
const folder = mkdtempSync(join(tmpdir(), 'jibiao-pack-'));
after(() => rmSync(folder, { recursive: true }));

/** The bytes of the district's pack as it is handed on. */
function built(name) {
  const file = join(folder, name);
  command(['pack', 'build', sources, '-o', file]);
  return new Uint8Array(readFileSync(file));
}

function thrown(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Error, `${error} is no Error`);
    return error;
  }
  assert.fail('nothing was thrown');
}

test('a pack is opened from a zip or from its JSON, and is the pack of the command line', () => {
  const opened = jibiao.openPack(built('district.zip'));
  assert.deepEqual(jibiao.openPack(built('district.json')), opened);
  const [shown] = json(['pack', 'show', sources, '--format', 'json']).results;
  const { id, edition, sha256 } = opened;
  assert.deepEqual({ id, edition, sha256 }, shown.pack);
  assert.deepEqual(opened.extends, shown.extends);
  assert.equal(jibiao.packs().filter((pack) => pack.id === id).length, 1);
  assert.ok(jibiao.forms().some((form) => form.id === 'district-declaration' && form.pack.sha256 === sha256));
});

test('a document of an opened pack gets the report of the command line, to the byte', () => {
  jibiao.openPack(built('district.zip'));
  for (const form of ['district-declaration', 'project-declaration-2021']) {
    const document = jibiao.blank(form, 'd', 'example-district');
    assert.equal(document.pack.id, 'example-district');
    const { file, ...expected } = json(['check', '--pack', sources, '--format', 'json'], JSON.stringify(document)).results[0];
    assert.equal(file, '-');
    assert.equal(JSON.stringify(jibiao.check({ document })), JSON.stringify(expected));
  }
  assert.equal(jibiao.blank('project-declaration-2021', 'd').pack.id, 'cn-mof');
  assert.equal(thrown(() => jibiao.blank('project-declaration-2021', 'd', 'no-such-pack')).code, 'unknown-pack');
});

test('what is no pack is refused with a code, and nothing changes', () => {
  const before = jibiao.packs();
  const text = new TextEncoder();
  assert.equal(thrown(() => jibiao.openPack(text.encode('{}'))).code, 'not-a-pack');
  assert.equal(thrown(() => jibiao.openPack(text.encode('no'), 'en')).code, 'not-a-pack');
  for (const wrong of ['no', null, undefined, {}, [1], new ArrayBuffer(1)]) {
    assert.equal(thrown(() => jibiao.openPack(wrong)).code, 'wrong-request', `${wrong}`);
  }
  const pack = JSON.parse(new TextDecoder().decode(built('other.json')));
  const changed = (change) => {
    const other = structuredClone(pack);
    change(other);
    return text.encode(JSON.stringify(other));
  };
  const lost = thrown(() => jibiao.openPack(changed((other) => Object.assign(other.pack, { id: 'lost', extends: { id: 'nowhere', edition: '1' } }))));
  assert.equal(lost.code, 'pack-parent-missing');
  assert.match(lost.message, /nowhere/);
  const unfit = thrown(() => jibiao.openPack(changed((other) => Object.assign(other.pack, { id: 'unfit', 'valid-form': 'x' }))));
  assert.equal(unfit.code, 'pack-unfit');
  assert.match(unfit.message, /unknown field `valid-form`/);
  const differs = thrown(() => jibiao.openPack(changed((other) => (other.policy.numbers['goal-length'] = '31'))));
  assert.equal(differs.code, 'pack-differs');
  writeFileSync(join(folder, 'cut.zip'), built('whole.zip').subarray(0, 900));
  assert.equal(thrown(() => jibiao.openPack(new Uint8Array(readFileSync(join(folder, 'cut.zip'))))).code, 'pack-unfit');
  assert.deepEqual(jibiao.packs(), before);
});
