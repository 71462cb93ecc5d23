// 打开规则包: a district's pack is opened from its file, stays for the next visit, and documents that need it say so.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { jibiao } from '../schemas/command.mjs';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell, exported } from './filling.mjs';

needed(dist);

const folder = mkdtempSync(join(tmpdir(), 'jibiao-packs-'));
after(() => rmSync(folder, { recursive: true }));
const sources = join(root, 'crates', 'packs', 'tests', 'fixtures', 'example-district');
const built = (name) => {
  const file = join(folder, name);
  jibiao(['pack', 'build', sources, '-o', file]);
  return file;
};
const zip = built('district.zip');
const FORM = 'district-declaration';

/** In the page: whether the pack that was opened is on disk. Before, a visit that ends takes it along. */
const packIsKept = async () => {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'jibiao-packs')) return false;
  const asked = (request) => new Promise((good, bad) => Object.assign(request, { onsuccess: () => good(request.result), onerror: () => bad(request.error) }));
  const database = await asked(indexedDB.open('jibiao-packs'));
  const count = await asked(database.transaction('packs').objectStore('packs').count());
  database.close();
  return count > 0;
};

async function openHome(page) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor(action('open-pack'));
}

for (const engine of ENGINES) {
  test(`${engine}: a pack that was opened stays for the next visit, and its documents open again`, () =>
    withPage(engine, {}, async (page) => {
      await openHome(page);
      await page.setFiles('#pack-picker', zip);
      await page.waitFor('[data-pack]');
      assert.match(await page.text('[data-pack]'), /示例区/);
      await page.waitFor(action(`new:${FORM}`));
      // The draft is kept, the page is left and visited again: the pack has to be there before the draft opens.
      await page.click(action(`new:${FORM}`));
      await page.waitFor(cell('contact'));
      await page.type(cell('contact'), '张三');
      await page.press('Tab');
      await page.waitFor('[data-state="saved"]');
      await page.waitFor(packIsKept);
      await page.reload();
      await page.waitFor((selector) => document.querySelector(selector)?.value === '张三', cell('contact'));
      const { upload } = await exported(page);
      assert.equal(upload.document.pack.id, 'example-district');
      assert.equal(JSON.stringify(upload), jibiao(['upload', '--pack', sources, '-'], JSON.stringify(upload.document)).trim());
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(await page.violations(), []);
    }));
}

test('a draft whose pack was removed says which pack it needs, and opens once that is there', () =>
  withPage('chromium', {}, async (page) => {
    await openHome(page);
    await page.setFiles('#pack-picker', zip);
    await page.waitFor(action(`new:${FORM}`));
    await page.click(action(`new:${FORM}`));
    await page.waitFor(cell('contact'));
    await page.type(cell('contact'), '李四');
    await page.press('Tab');
    await page.waitFor('[data-state="saved"]');
    await page.click(action('home'));
    await page.waitFor(action('forget-pack'));
    assert.deepEqual(await axe(page), []);
    await page.click(action('forget-pack'));
    await page.waitFor((selector) => !document.querySelector(selector), '[data-pack]');
    await page.reload();
    await page.waitFor(action('open-draft'));
    assert.equal(await page.count('[data-pack]'), 0, 'a pack that was removed does not come back');
    await page.click(action('open-draft'));
    await page.waitFor('[data-dialog="no-pack"]');
    const said = await page.text('#dialog');
    assert.ok(said.includes('example-district') && said.includes('2026.1'), said);
    assert.deepEqual(await axe(page), []);
    await page.setFiles('#pack-picker', zip);
    await page.waitFor((selector) => document.querySelector(selector)?.value === '李四', cell('contact'));
    assert.deepEqual(await page.errors(), []);
  }));

test('a form that a pack inherits is begun in that pack, and in the national one beside it', () =>
  withPage('chromium', {}, async (page) => {
    await openHome(page);
    await page.setFiles('#pack-picker', zip);
    await page.waitFor('[data-pack]');
    const begin = `new:project-declaration-2021@example-district 2026.1`;
    await page.click(`[data-action="${begin}"]`);
    await page.waitFor(cell('project-name'));
    assert.equal((await exported(page)).upload.document.pack.id, 'example-district');
    await page.click(action('home'));
    await page.waitFor('#pack-choice');
    assert.equal(await page.value('#pack-choice'), 'example-district', 'the pack that was opened is the one in use');
    await page.choose('#pack-choice', 'cn-mof');
    await page.waitFor(action('new:project-declaration-2021'));
    await page.click(action('new:project-declaration-2021'));
    await page.waitFor(cell('project-name'));
    assert.equal((await exported(page)).upload.document.pack.id, 'cn-mof');
  }));

test('a pack is opened from where documents are opened, too', () =>
  withPage('chromium', {}, async (page) => {
    await openHome(page);
    await page.setFiles('#file-picker', built('district.json'));
    await page.waitFor('[data-pack]');
    assert.equal(await page.count('[data-dialog]'), 0);
  }));

test('what is no pack, or does not fit, is refused readably', () =>
  withPage('chromium', {}, async (page) => {
    await openHome(page);
    const pack = JSON.parse(readFileSync(built('whole.json'), 'utf8'));
    const write = (name, value) => {
      writeFileSync(join(folder, name), JSON.stringify(value));
      return join(folder, name);
    };
    const unfit = { ...pack, policy: { ...pack.policy, rules: { ...pack.policy.rules, 'no-such-rule': 'off' } } };
    const lost = { pack: { ...pack.pack, extends: { id: 'nowhere', edition: '1' } } };
    for (const [file, words] of [
      [write('note.json', { a: 1 }), '不是绩表的规则包'],
      [write('lost.json', lost), '“nowhere”（1 版）'],
      [write('unfit.json', unfit), '1 处问题'],
    ]) {
      await page.setFiles('#pack-picker', file);
      await page.waitFor((words) => document.querySelector('[data-dialog="bad-pack"]')?.textContent.includes(words), words);
    }
    assert.match(await page.text('.pack-problems'), /policy: rules: there is no rule `no-such-rule`/);
    assert.deepEqual(await axe(page), []);
    await page.click(action('dismiss'));
    assert.equal(await page.count('[data-pack]'), 0);
    assert.deepEqual(await page.errors(), []);
  }));
