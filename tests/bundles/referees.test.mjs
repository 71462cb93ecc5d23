// Bundles before programs that have nothing of ours: bagit and zipfile (Python), unzip, and OpenSSL's SM3.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { needed, program, python, root } from '../tools.mjs';

const cli = needed(process.env.JIBIAO_CLI || join(root, 'target', 'debug', 'jibiao'));
const folder = mkdtempSync(join(tmpdir(), 'jibiao-referees-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const documents = join(root, 'tests', 'documents');
const bundles = [
  { name: 'one.zip', files: ['self-evaluation-2015.json'], more: ['--date', '2026-03-31'] },
  { name: 'several.zip', files: ['declaration-2021.json', 'self-evaluation-2015.json'], more: ['--id', '2026-汇总-1'] },
  { name: 'attached.zip', files: ['declaration-2021.json'], attachments: true, more: [] },
];
const attachments = ['照片 100%.jpg', '空.txt', '大.bin'].map((name) => join(folder, name));

/** Runs a program that has to end well. */
function well(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', ...options });
  assert.equal(done.status, 0, `${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

function said(script, ...args) {
  const done = python(['-c', script, ...args]);
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

before(() => {
  writeFileSync(attachments[0], 'a photograph');
  writeFileSync(attachments[1], '');
  // More than two blocks of what is not packed.
  writeFileSync(attachments[2], Buffer.alloc(200_000, 'abcdefg'));
  for (const { name, files, attachments: with_, more } of bundles) {
    const attached = with_ ? attachments.flatMap((path) => ['--attach', path]) : [];
    well(cli, ['bundle', ...files.map((file) => join(documents, file)), ...attached, ...more, '-o', join(folder, name)]);
  }
});

for (const { name, attachments: attached } of bundles) {
  test(`unzip and zipfile list and test the same files of ${name}`, () => {
    const zip = join(folder, name);
    well(program('unzip'), ['-tq', zip]);
    const listed = well(program('unzip'), ['-Z1', zip]).trim().split('\n');
    const names = said('import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint("\\n".join(z.namelist()))', zip);
    assert.deepEqual(names.trim().split('\n'), listed);
    assert.ok(listed.length >= 11);
    assert.equal(new Set(listed.map((path) => path.split('/')[0])).size, 1, 'one folder at the top');
    assert.ok(listed.every((path) => /^[\w./-]+$/.test(path)), 'plain names');
  });

  test(`bagit validates ${name}, and OpenSSL finds the same SM3`, () => {
    const place = join(folder, `${name}.unpacked`);
    well(program('unzip'), ['-q', join(folder, name), '-d', place]);
    const [top] = readdirSync(place);
    const bag = join(place, top);
    said('import sys, bagit\nbag = bagit.Bag(sys.argv[1])\nbag.validate()\nassert bag.version == "1.0"\nassert "sha256" in bag.algorithms and "sha512" in bag.algorithms', bag);
    let compared = 0;
    for (const manifest of ['manifest-sm3.txt', 'tagmanifest-sm3.txt']) {
      for (const line of readFileSync(join(bag, manifest), 'utf8').trim().split('\n')) {
        const [, digest, file] = /^([0-9a-f]{64})  (.+)$/.exec(line);
        assert.equal(createHash('sm3').update(readFileSync(join(bag, file))).digest('hex'), digest, file);
        compared += 1;
      }
    }
    // Every file but the three that list the others.
    const all = well(program('unzip'), ['-Z1', join(folder, name)]).trim().split('\n').length;
    assert.equal(compared, all - 3);
    if (attached) {
      const names = JSON.parse(readFileSync(join(bag, 'original-names.json'), 'utf8'));
      assert.deepEqual(Object.values(names), ['照片 100%.jpg', '空.txt', '大.bin']);
      for (const [inside, original] of Object.entries(names)) {
        assert.deepEqual(readFileSync(join(bag, inside)), readFileSync(join(folder, original)));
      }
    }
  });
}

test('a bag that bagit made is valid here, and one that it changed is not', () => {
  const place = join(folder, 'made');
  said(
    'import sys, os, bagit, shutil\nbase = sys.argv[1]\nos.makedirs(base + "/bag/子 目录")\nopen(base + "/bag/子 目录/a.txt", "w").write("a")\n'
    + 'bag = bagit.make_bag(base + "/bag", {"Contact-Name": "张三"}, checksums=sys.argv[2].split(","))\n'
    + 'shutil.make_archive(base + "/good", "zip", base, "bag")\n'
    + 'open(base + "/bag/data/子 目录/a.txt", "w").write("b")\nshutil.make_archive(base + "/bad", "zip", base, "bag")',
    place, 'sha256,sha512',
  );
  const verified = (file) => {
    const done = spawnSync(cli, ['verify', join(place, file), '--format', 'json'], { encoding: 'utf8' });
    return [done.status, JSON.parse(done.stdout).results[0]];
  };
  const [good, told] = verified('good.zip');
  assert.equal(good, 0, JSON.stringify(told.remarks));
  assert.equal(told.kind, 'bag');
  assert.deepEqual(told.remarks.map(({ code }) => code), ['version-older', 'no-sm3']);
  const [bad, differs] = verified('bad.zip');
  assert.equal(bad, 1);
  assert.deepEqual(new Set(differs.remarks.map(({ code }) => code)), new Set(['version-older', 'digest-differs', 'no-sm3']));
});

test('a bag with digests of an old kind is told apart', () => {
  const place = join(folder, 'old');
  said(
    'import sys, os, bagit, shutil\nbase = sys.argv[1]\nos.makedirs(base + "/bag")\nopen(base + "/bag/a.txt", "w").write("a")\n'
    + 'bagit.make_bag(base + "/bag", checksums=["md5", "sha1"])\nshutil.make_archive(base + "/old", "zip", base, "bag")',
    place,
  );
  const done = spawnSync(cli, ['verify', join(place, 'old.zip'), '--format', 'json'], { encoding: 'utf8' });
  const [told] = JSON.parse(done.stdout).results;
  assert.deepEqual([done.status, told.remarks.map(({ code }) => code)], [0, ['version-older', 'weak-only', 'no-sm3']]);
  assert.ok(existsSync(join(place, 'old.zip')));
});
