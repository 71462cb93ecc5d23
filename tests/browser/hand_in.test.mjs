// 报送：what leaves the page. The bundle is the one the command line makes of the same files, to the byte, and what others
// read is what was filled in; workbooks come back as documents.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jibiao, json } from '../schemas/command.mjs';
import { dist, needed, python, root, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell } from './filling.mjs';

needed(dist);

const declaration = join(root, 'tests/documents/declaration-2021.json');
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-hand-in-'));

/** Bytes that no packer makes smaller, the same in every run. */
function noise(length) {
  const bytes = Buffer.alloc(length);
  for (let at = 0, state = 1; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

async function openFile(page, path) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.setFiles('#file-picker', [path]);
}

async function onHandIn(page) {
  await openFile(page, declaration);
  await page.waitFor(cell('project-name'));
  await page.click(action('hand-in'));
  await page.waitFor(action('pack'));
}

const today = (page) => page.evaluate(() => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
});

for (const engine of ENGINES) {
  test(`${engine}: a bundle with evidence is the same file that the command line makes`, () =>
    withPage(engine, {}, async (page) => {
      const at = folder();
      const attachments = [['现场照片 一.JPG', noise(2_500_000)], ['验收单', Buffer.from('合格')], ['空.txt', Buffer.alloc(0)]];
      const paths = attachments.map(([name, bytes]) => {
        writeFileSync(join(at, name), bytes);
        return join(at, name);
      });
      await onHandIn(page);
      await page.setFiles('#attachment-picker', paths);
      await page.waitFor('[data-attachments="3"]');
      const date = await today(page);
      await page.evaluate(() => {
        const { digest } = crypto.subtle;
        window.__summed = 0;
        crypto.subtle.digest = (...asked) => ((window.__summed += 1), digest.apply(crypto.subtle, asked));
      });
      const file = await page.download(() => page.click(action('pack')));
      await page.waitFor('[data-bundle="even"]');
      assert.equal(file.name, '农村公路安全防护工程-2026-报送包.zip');

      const out = join(at, 'cli.zip');
      const attached = paths.flatMap((path) => ['--attach', path]);
      const said = jibiao(['bundle', declaration, ...attached, '--date', date, '--stage', 'submission', '-o', out]);
      assert.ok(file.bytes.equals(readFileSync(out)), 'page and command line make the same bytes');
      assert.match(said, new RegExp(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.text('[data-bundle]'))[0]));
      assert.equal(json(['verify', out, '--format', 'json']).results[0].standing, 'valid');
      assert.equal(await page.evaluate(() => window.__summed), 6, 'the browser made two digests of each file');
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(await page.requests(), []);
    }));
}

/** What can be the matter with the digests of a browser. */
const DIGESTS = {
  missing: () => Object.defineProperty(crypto, 'subtle', { value: undefined }),
  refused: () => (crypto.subtle.digest = () => Promise.reject(new DOMException('', 'OperationError'))),
  wrong: () => {
    const { digest } = crypto.subtle;
    crypto.subtle.digest = async (algorithm, bytes) => {
      const made = new Uint8Array(await digest.call(crypto.subtle, algorithm, bytes));
      if (algorithm === 'SHA-512') made[63] ^= 1;
      return made.buffer;
    };
  },
};

for (const [matter, break_] of Object.entries(DIGESTS)) {
  test(`a bundle is the command line's where the browser's own digests are ${matter}`, () =>
    withPage('chromium', {}, async (page) => {
      const at = folder();
      // One is too long to be given to the browser whole.
      const paths = [['a.bin', noise(17_000_000)], ['b.txt', Buffer.from('b')], ['c.bin', noise(1_500_000)]].map(([name, bytes]) => {
        writeFileSync(join(at, name), bytes);
        return join(at, name);
      });
      await onHandIn(page);
      await page.setFiles('#attachment-picker', paths);
      await page.waitFor('[data-attachments="3"]');
      await page.evaluate(break_);
      const date = await today(page);
      const file = await page.download(() => page.click(action('pack')));
      await page.waitFor('[data-bundle="even"]');
      const out = join(at, 'cli.zip');
      jibiao(['bundle', declaration, ...paths.flatMap((path) => ['--attach', path]), '--date', date, '--stage', 'submission', '-o', out]);
      assert.ok(file.bytes.equals(readFileSync(out)));
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a bundle that is out of date says so, and an attachment can be left out', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    writeFileSync(join(at, 'a.txt'), 'a');
    writeFileSync(join(at, 'b.txt'), 'b');
    await onHandIn(page);
    await page.setFiles('#attachment-picker', [join(at, 'a.txt'), join(at, 'b.txt')]);
    await page.waitFor('[data-attachments="2"]');
    await page.click('.attachments li:first-child [data-action="detach"]');
    await page.waitFor('[data-attachments="1"]');
    assert.match(await page.text('.attachments'), /b\.txt/);
    await page.download(() => page.click(action('pack')));
    await page.waitFor('[data-bundle="even"]');
    assert.deepEqual(await axe(page), []);

    const receipt = /回执码 ([0-9A-Z-]{14})/;
    const [, made] = receipt.exec(await page.text('[data-bundle]'));

    await page.click(action('sheet'));
    // The paper carries the same receipt, and the bar says how the bundle stands.
    assert.equal(receipt.exec(await page.text('.paper-end .imprint'))[1], made);
    assert.equal(await page.count('[data-bundle-state="even"]'), 1);
    await page.retype(cell('department'), '青石县交通运输局（新）');
    await page.waitFor('[data-bundle-state="behind"]');
    await page.waitFor('[data-state="saved"]');
    const [, other] = receipt.exec(await page.text('.paper-end .imprint'));
    assert.notEqual(other, made);
    await page.click(action('hand-in'));
    await page.waitFor('[data-bundle="behind"]');
    const again = await page.download(() => page.click(action('pack')));
    await page.waitFor('[data-bundle="even"]');
    // What was changed since the last save is another revision.
    assert.match(await page.text('[data-bundle]'), /第 2 次保存/);
    const listed = python(['-c', LIST, writeOut(at, again.bytes)], { env: { PYTHONIOENCODING: 'utf-8' } });
    assert.match(listed.stdout, /"revision": 2/, listed.stderr);
  }));

test('several documents go into one bundle, each with its table', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    await openFile(page, declaration);
    await page.waitFor(cell('project-name'));
    await page.click(action('home'));
    await page.waitFor(action('open-draft'));
    await page.setFiles('#file-picker', [join(root, 'tests/documents/department-declaration.json')]);
    await page.waitFor('#sheet');
    await page.click(action('home'));
    await page.waitFor('#choose-all');
    await page.click('#choose-all');
    const { bytes } = await page.download(() => page.click(action('bundle-chosen')));
    const path = writeOut(at, bytes);
    const verified = json(['verify', path, '--format', 'json']).results[0];
    assert.equal(verified.standing, 'valid');
    assert.deepEqual(verified.documents.map((document) => document.outcome), ['same', 'same']);
    const listed = python(['-c', 'import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep="\\n")', path]);
    assert.equal(listed.stdout.match(/form\.xlsx/g).length, 2, listed.stderr);
    assert.deepEqual(await page.errors(), []);
  }));

const LIST = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as bundle:
    head = [name for name in bundle.namelist() if name.endswith('/jibiao.json')]
    print(bundle.read(head[0]).decode())
`;

function writeOut(at, bytes) {
  const path = join(at, 'out.zip');
  writeFileSync(path, bytes);
  return path;
}

for (const engine of ENGINES) {
  test(`${engine}: the table goes out as a workbook that others read, and comes back with what was changed in it`, () =>
    withPage(engine, {}, async (page) => {
      const at = folder();
      await onHandIn(page);
      const file = await page.download(() => page.click(action('workbook')));
      assert.equal(file.name, '农村公路安全防护工程-2026.xlsx');
      const path = join(at, file.name);
      writeFileSync(path, file.bytes);
      const changed = python(['-c', CHANGE, path], { env: { PYTHONIOENCODING: 'utf-8' } });
      assert.equal(changed.status, 0, changed.stderr);

      // Somebody else's computer.
      await page.click(action('home'));
      await page.waitFor(action('delete'));
      await page.click(action('delete'));
      await page.waitFor('[data-empty]');
      await page.setFiles('#file-picker', [path]);
      await page.waitFor('[data-dialog="imported"]');
      assert.match(await page.text('.import-told'), /青石县公路养护中心 → 青石县公路局/);
      await page.click(action('import-take'));
      await page.waitFor(cell('project-name'));
      assert.equal(await page.value(cell('implementing-unit')), '青石县公路局');
      const before = JSON.parse(readFileSync(declaration));
      assert.equal(await page.value(cell('year-goal')), before.cells['year-goal']);
      assert.deepEqual(await page.errors(), []);
    }));
}

const CHANGE = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == '青石县公路养护中心']
assert len(cells) == 1, cells
cells[0].value = '青石县公路局'
book.save(sys.argv[1])
`;

test('an old workbook, a locked one and a damaged one each get a sentence on what to do, and the draft stays', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
    const files = { '旧表.xls': [old, /另存为 \.xlsx/], '断.xlsx': [Buffer.from('PK\x03\x04[Content_Types].xml', 'latin1'), /损坏|没有传完整/] };
    for (const [name, [bytes, words]] of Object.entries(files)) {
      writeFileSync(join(at, name), bytes);
      await openFile(page, join(at, name));
      await page.waitFor('[data-dialog="bad-file"]');
      assert.match(await page.text('#dialog'), words);
    }
    assert.deepEqual(await page.errors(), []);
  }));

for (const engine of ENGINES) {
  test(`${engine}: a bundle that comes back is verified, and its document opens; one changed byte is told`, () =>
    withPage(engine, {}, async (page) => {
      const at = folder();
      const photo = join(at, '现场.jpg');
      writeFileSync(photo, noise(400_000));
      const good = join(at, 'good.zip');
      jibiao(['bundle', declaration, '--attach', photo, '-o', good]);
      await openFile(page, good);
      await page.waitFor('[data-dialog="verified"]');
      assert.equal(await page.evaluate(() => document.querySelector('[data-standing]').dataset.standing), 'valid');
      assert.match(await page.text('#dialog'), /SHA-256、SHA-512、SM3/);
      assert.match(await page.text('#dialog'), /现场\.jpg/);
      await page.click(action('open-bundled'));
      await page.waitFor(cell('project-name'));
      assert.equal(await page.value(cell('project-name')), '农村公路安全防护工程');

      const bytes = readFileSync(good);
      const bad = join(at, 'bad.zip');
      bytes[Math.floor(bytes.length / 2)] ^= 1;
      writeFileSync(bad, bytes);
      await page.setFiles('#file-picker', [bad]);
      await page.waitFor('[data-standing="broken"]');
      assert.match(await page.text('[data-remark="digest-differs"]'), /data\/attachments\/001\.jpg/);
      // The command line says the same, in the same words.
      const said = json(['verify', bad, '--format', 'json']).results[0];
      assert.equal(said.standing, 'broken');
      const shown = await page.evaluate(() => [...document.querySelectorAll('[data-remark]')].map((remark) => remark.textContent));
      assert.deepEqual(shown, said.remarks.map((remark) => remark.message));
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a bundle that does not read back as what was put in is not given out', () =>
  withPage('chromium', {}, async (page) => {
    await onHandIn(page);
    // As a browser does whose compiler gets it wrong: one bit of what the second module gives is another.
    await page.evaluate(async () => {
      const { Bag } = await window.jibiaoCourier();
      const { finish } = Bag.prototype;
      window.__mend = () => (Bag.prototype.finish = finish);
      Bag.prototype.finish = function (info) {
        const bytes = finish.call(this, info);
        bytes[100] ^= 1;
        return bytes;
      };
    });
    await page.click(action('pack'));
    await page.waitFor('[data-notice="hand-in"]');
    assert.match(await page.text('[data-notice="hand-in"]'), /读回核对，内容与校验值不一致/);
    assert.equal(await page.count('[data-bundle]'), 0);
    await page.evaluate(() => window.__mend());
    const file = await page.download(() => page.click(action('pack')));
    await page.waitFor('[data-bundle="even"]');
    assert.ok(file.bytes.length > 1000);
    assert.equal(await page.count('[data-notice="hand-in"]'), 0);
    // The same with a bit of an attachment, after it was summed up.
    const at = folder();
    writeFileSync(join(at, 'a.bin'), noise(100_000));
    await page.setFiles('#attachment-picker', [join(at, 'a.bin')]);
    await page.waitFor('[data-attachments="1"]');
    await page.evaluate(async () => {
      const { Bag } = await window.jibiaoCourier();
      const { push } = Bag.prototype;
      Bag.prototype.push = function (piece) {
        const parts = push.call(this, piece);
        const last = new Uint8Array(parts.pop());
        last[0] ^= 1;
        return [...parts, last];
      };
    });
    await page.click(action('pack'));
    await page.waitFor('[data-notice="hand-in"]');
    assert.match(await page.text('[data-notice="hand-in"]'), /读回核对，内容与校验值不一致/);
  }));

test('packing can be given up, and the page goes on', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    writeFileSync(join(at, '大.bin'), noise(60_000_000));
    await onHandIn(page);
    await page.setFiles('#attachment-picker', [join(at, '大.bin')]);
    await page.waitFor('[data-attachments="1"]');
    await page.click(action('pack'));
    await page.waitFor('[data-packing]');
    await page.click(action('cancel-pack'));
    await page.waitFor(action('pack'));
    assert.equal(await page.count('[data-bundle]'), 0);
    assert.equal(await page.count('[data-notice="hand-in"]'), 0);
    await page.click(action('detach'));
    await page.waitFor(() => !document.querySelector('.attachments'));
    await page.download(() => page.click(action('pack')));
    await page.waitFor('[data-bundle="even"]');
  }));

test('what the table for everybody leaves out is told before it is saved, and it is what the command line writes', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const document = JSON.parse(readFileSync(declaration, 'utf8'));
    document.tables.indicators[2].cells.basis = '依据内部文件，不予公开';
    document.tables.indicators[2].cells['level-3'] += '（不予公开）';
    document.cells['year-goal'] = '机密★ 另行报送';
    const path = join(at, '甲.json');
    writeFileSync(path, JSON.stringify(document));
    await openFile(page, path);
    await page.waitFor(cell('project-name'));
    await page.click(action('hand-in'));
    await page.waitFor('[data-left-out]');
    assert.match(await page.text('[data-left-out="personal"]'), /填报人[\s\S]*联系电话/);
    assert.match(await page.text('[data-left-out="secret-cells"]'), /年度总体目标/);
    assert.match(await page.text('[data-left-out="secret-rows"]'), /第3行/);
    for (const form of ['html', 'json', 'xlsx']) {
      const file = await page.download(() => page.click(action(`publish-${form}`)));
      assert.equal(file.name, `农村公路安全防护工程-2026-公开.${form}`);
      const out = join(at, `cli.${form}`);
      jibiao(['publish', path, '--format', form, '-o', out]);
      assert.ok(file.bytes.equals(readFileSync(out)), `${form}: page and command line write the same`);
      if (form !== 'xlsx') assert.doesNotMatch(file.text, /李青|0000-1234567|不予公开|机密★/);
    }
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await page.requests(), []);
  }));

test('the page of results has the same ways out', () =>
  withPage('chromium', {}, async (page) => {
    await openFile(page, declaration);
    await page.waitFor(cell('project-name'));
    const ways = () => page.evaluate(() => [...document.querySelectorAll('[aria-labelledby="ways-head"] button')].map((button) => button.dataset.action));
    const all = ['save-file', 'workbook', 'export-upload', 'print', 'next', 'sheet'];
    await page.click(action('results'));
    await page.waitFor('[aria-labelledby="ways-head"]');
    assert.deepEqual(await ways(), ['to-hand-in', ...all]);
    const workbook = await page.download(() => page.click(action('workbook')));
    assert.equal(workbook.bytes.subarray(0, 2).toString(), 'PK');
    await page.click(action('to-hand-in'));
    await page.waitFor(action('pack'));
    assert.deepEqual(await ways(), all);
    // From the sheet, too, once the check accepts it.
    await page.click(action('sheet'));
    await page.waitFor(cell('project-name'));
    await page.click(action('check'));
    await page.waitFor('[data-verdict="accepted"]');
    await page.click(`.problems ${action('to-hand-in')}`);
    await page.waitFor(action('pack'));
    assert.equal(await page.count(`.problems ${action('to-hand-in')}`), 0, 'one is there');
  }));
