// 退回单 on the page: it finds its document, is answered beside the sheet and goes along in the bundle; whoever sent it back
// sees what was answered. Slips are written by the command line.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jibiao, json } from '../schemas/command.mjs';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell, rowCell } from './filling.mjs';

needed(dist);

const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-slip-'));
const entry = (n) => `[data-slip-entry="${n}"]`;
const state = (n, name) => `${entry(n)}[data-slip-state="${name}"]`;
const note = (n) => `#slip-note\\:${n}`;
const saved = (page) => page.waitFor('[data-state="saved"]');
const closed = (page) => page.waitFor(() => !document.getElementById('dialog'));

/** A declaration of which one amount was mistyped, and a slip on it: what the check finds, and three comments. */
function sentBack(at) {
  const declaration = JSON.parse(readFileSync(join(root, 'tests/documents/declaration-2021.json'), 'utf8'));
  declaration.cells['fund.fiscal.year'] = '45';
  const file = join(at, '申报表.json');
  writeFileSync(file, JSON.stringify(declaration));
  const slip = join(at, '退回单.json');
  const comments = ['r3/target: 占用面积的依据是什么', 'department: 写全称', 'r1: 与批复的造价不一致'].flatMap((text) => ['--comment', text]);
  jibiao(['return', file, ...comments, '--reviewer', '绩效科', '--date', '2026-03-31', '-o', slip]);
  return { file, slip, declaration };
}

async function openHome(page) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor('[data-empty], [data-draft]');
}

/** The document becomes a draft of this browser, and the list of drafts is shown again. */
async function atHome(page, file) {
  await openHome(page);
  await page.setFiles('#file-picker', [file]);
  await page.waitFor(cell('department'));
  await saved(page);
  await page.click(action('home'));
  await page.waitFor('[data-draft]');
}

async function openSlip(page, slip) {
  await page.setFiles('#file-picker', [slip]);
  await page.waitFor('[data-slip]');
}

async function change(page, selector, text) {
  await page.retype(selector, text);
  await page.press('Tab');
}

for (const engine of ENGINES) {
  test(`${engine}: a slip opens its draft, is answered beside the sheet and goes along in the bundle`, () =>
    withPage(engine, {}, async (page) => {
      const at = folder();
      const { file, slip } = sentBack(at);
      await atHome(page, file);
      await openSlip(page, slip);
      await page.waitFor(cell('department'));
      // One finding of the check comes first: fund total 486.5 against 6.5 + 45 + 30.
      assert.equal(await page.attribute('[data-slip-counts]', 'data-slip-counts'), '4 0 0');
      assert.equal(await page.text('[data-slip-open]'), '待处理 4');
      assert.match(await page.text('.slip-from'), /第 1 次保存.*绩效科 2026-03-31/);
      assert.match(await page.text(entry(1)), /必须修改[\s\S]*为什么/);
      assert.match(await page.text(entry(2)), /绩效指标 · 第3行 · 年度指标值[\s\S]*占用面积的依据是什么[\s\S]*当时所填：/);
      assert.match(await page.text(entry(3)), /单位与项目 · 主管部门[\s\S]*写全称/);

      // The place of an entry is its row, wherever that stands by now.
      await page.click(rowCell('r3', 'level-3'));
      await page.press('Alt+ArrowUp');
      await page.waitFor((n) => document.querySelector(n)?.textContent.includes('第2行'), entry(2));
      await page.click(`${entry(2)} ${action('slip-go')}`);
      await page.waitFor(() => document.activeElement?.dataset.row === 'r3' && document.activeElement.dataset.col === 'target');

      // What is changed answers by itself, in another cell than the finding's too; what stays is explained.
      await change(page, cell('department'), '青石县交通运输局（本级）');
      // Slow engines are looked at while they still type.
      await page.waitFor((change) => document.querySelector(change)?.textContent.includes('本级'), `${entry(3)} .slip-change`);
      assert.match(await page.text(`${state(3, 'changed')} .slip-change`), /青石县交通运输局 → 青石县交通运输局（本级）/);
      await change(page, cell('fund.fiscal.year'), '450');
      await page.waitFor(state(1, 'changed'));
      // The sum was put right in another cell.
      assert.match(await page.text(entry(1)), /重新检查，这个问题查不出了/);
      assert.equal(await page.count(`${entry(1)} .slip-change`), 0);
      await page.type(note(2), '按林地使用方案');
      await page.waitFor(state(2, 'explained'));
      await saved(page);
      assert.equal(await page.attribute('[data-slip-counts]', 'data-slip-counts'), '1 2 1');
      assert.equal(await page.text('[data-slip-open]'), '待处理 1');

      // All of it is kept like the draft itself.
      await page.reload();
      await page.waitFor('[data-slip-counts="1 2 1"]');
      assert.equal(await page.value(note(2)), '按林地使用方案');

      await page.click(action('hand-in'));
      await page.waitFor('[data-slip-handing="1"]');
      const bundle = await page.download(() => page.click(action('pack')));
      await page.waitFor('[data-bundle="even"]');
      const today = await page.evaluate(() => {
        const now = new Date();
        return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
      });
      // The command line makes the same bytes of the saved file and the same note.
      const document = (await page.download(() => page.click(action('save-file')))).text;
      const mine = JSON.parse(document);
      assert.equal(mine.revision, 2, 'bundle and file of the same content are one save');
      writeFileSync(file, JSON.stringify(mine));
      const answered = join(at, '答复.json');
      jibiao(['answer', file, '--slip', slip, '--note', '2: 按林地使用方案', '--by', '李青', '--date', today, '-o', answered]);
      const out = join(at, 'cli.zip');
      jibiao(['bundle', file, '--slip', answered, '--date', today, '--stage', 'submission', '-o', out]);
      assert.ok(bundle.bytes.equals(readFileSync(out)), 'page and command line make the same bytes');
      assert.equal(json(['verify', out, '--format', 'json']).results[0].standing, 'valid');
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(await page.requests(), []);
    }));
}

test('several drafts go into one bundle, each with its answered slip', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const { file, slip } = sentBack(at);
    await atHome(page, file);
    await openSlip(page, slip);
    await page.type(note(2), '按林地使用方案');
    await page.waitFor(state(2, 'explained'));
    await saved(page);
    await page.click(action('home'));
    await page.waitFor('[data-draft]');
    await page.setFiles('#file-picker', [join(root, 'tests/documents/department-declaration.json')]);
    await page.waitFor('#sheet');
    await page.click(action('home'));
    await page.waitFor('#choose-all');
    await page.click('#choose-all');
    const { bytes } = await page.download(() => page.click(action('bundle-chosen')));
    const zip = join(at, '汇总.zip');
    writeFileSync(zip, bytes);
    assert.equal(json(['verify', zip, '--format', 'json']).results[0].standing, 'valid');

    // Whoever gets it sees the answer beside the document it is of.
    await page.setFiles('#file-picker', [zip]);
    await page.waitFor('[data-dialog="verified"]');
    const titles = await page.evaluate(() => [...document.querySelectorAll('[data-rechecked] h3')].map((title) => title.textContent));
    const mine = titles.findIndex((title) => title.includes('农村公路安全防护工程'));
    assert.ok(mine >= 0, titles.join());
    assert.match(titles[1 - mine], /部门（单位）整体支出绩效目标申报表/);
    await page.click(`[data-rechecked]:nth-of-type(${mine + 1}) ${action('open-bundled')}`);
    await page.waitFor('[data-slip-held="same"]');
    assert.equal(await page.value(note(2)), '按林地使用方案');
    assert.equal(await page.attribute('[data-slip-counts]', 'data-slip-counts'), '3 0 1');
    assert.deepEqual(await page.errors(), []);
  }));

for (const engine of ['chromium', 'firefox']) {
  test(`${engine}: a slip that is dropped where evidence is taken is opened, the rest is evidence`, () =>
    withPage(engine, {}, async (page) => {
      const { file, slip } = sentBack(folder());
      await atHome(page, file);
      await page.click(action('open-draft'));
      await page.waitFor(cell('department'));
      await page.click(action('hand-in'));
      await page.waitFor(action('pack'));
      await page.evaluate((slip) => {
        const data = new DataTransfer();
        data.items.add(new File(['合格'], '验收单.txt'));
        data.items.add(new File([slip], '退回单.json'));
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
        // Firefox makes an event without files, whatever it is given.
        if (event.dataTransfer !== data) Object.defineProperty(event, 'dataTransfer', { value: data });
        document.body.dispatchEvent(event);
      }, readFileSync(slip, 'utf8'));
      await page.waitFor('[data-slip="4"]');
      await page.click(action('hand-in'));
      await page.waitFor('[data-attachments="1"]');
      assert.equal(await page.text('.attachment-name'), '验收单.txt');
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: a slip whose document is not here says which it is, and comes when that is opened`, () =>
    withPage(engine, {}, async (page) => {
      const { file, slip } = sentBack(folder());
      await openHome(page);
      await page.setFiles('#file-picker', [slip]);
      await page.waitFor('[data-dialog="slip-waits"]');
      assert.match(await page.text('#dialog'), /项目支出绩效目标申报表[\s\S]*第 1 次保存[\s\S]*declaration-2021[\s\S]*绩效科 2026-03-31/);
      assert.deepEqual(await axe(page), []);
      await page.setFiles('#file-picker', [file]);
      await page.waitFor('[data-slip="4"]');
      await closed(page);
      await page.waitFor(() => document.activeElement?.id === 'slip');
      assert.deepEqual(await axe(page), []);
    }));
}

test('whoever sent it back sees what was answered, what changed, and whether it is so', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const { slip, declaration } = sentBack(at);
    const answer = structuredClone(declaration);
    answer.revision = 2;
    answer.cells['fund.fiscal.year'] = '450';
    const answering = join(at, '新.json');
    writeFileSync(answering, JSON.stringify(answer));
    const answered = join(at, '答复.json');
    jibiao(['answer', answering, '--slip', slip, '--note', '2: 按设计图纸', '--by', '李青', '--date', '2026-04-02', '-o', answered]);
    const bundle = join(at, '报送包.zip');
    jibiao(['bundle', answering, '--slip', answered, '-o', bundle]);

    await openHome(page);
    await page.setFiles('#file-picker', [bundle]);
    await page.waitFor('[data-dialog="verified"]');
    await page.click(action('open-bundled'));
    await page.waitFor('[data-slip-held="same"]');
    assert.match(await page.text('[data-slip-held]'), /第 2 次保存的内容答复。 ?李青 2026-04-02/);
    assert.equal(await page.attribute('[data-slip-counts]', 'data-slip-counts'), '2 1 1');
    assert.equal(await page.value(note(2)), '按设计图纸');
    assert.equal(await page.count(`${state(1, 'changed')}`), 1);
    // An edit elsewhere, then one at a place that is asked about.
    await change(page, cell('phone'), '0000-7654321');
    await page.waitFor('[data-slip-held="later"]');
    await change(page, cell('department'), '青石县公路局');
    await page.waitFor('[data-slip-held="differing"]');
    assert.match(await page.text('[data-slip-held]'), /第 3 条/);
    assert.deepEqual(await page.errors(), []);

  }));

test('a comment on a table or a section says which cells changed, and which rows came and went', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const { file, slip } = sentBack(at);
    jibiao(['return', file, '--findings', 'blocks', '--comment', 'indicators: 各行都要有依据', '--comment', '单位与项目: 核对', '-o', slip]);
    await atHome(page, file);
    await openSlip(page, slip);
    await page.waitFor(cell('department'));
    await change(page, cell('department'), '青石县交通运输局（本级）');
    await page.waitFor(state(3, 'changed'));
    assert.equal(await page.text(`${entry(3)} .slip-change`), '主管部门：青石县交通运输局 → 青石县交通运输局（本级）');
    assert.equal(await page.count(state(2, 'open')), 1);
    await change(page, rowCell('r3', 'target'), '≤0.8公顷');
    await page.waitFor(state(2, 'changed'));
    assert.match(await page.text(`${entry(2)} .slip-change`), /^施工占用林地面积 · 年度指标值：.+ → ≤0\.8公顷$/);
    await page.click(rowCell('r1', 'level-3'));
    await page.click(action('row-remove'));
    await page.waitFor((entry) => document.querySelector(entry).textContent.includes('每公里护栏造价：这一行已经删去。'), entry(2));
    await page.click(action('add-row'));
    const added = await page.evaluate(() => [...document.querySelectorAll('[data-row-id]')].at(-1).dataset.rowId);
    await change(page, rowCell(added, 'level-3'), '夜间反光标识');
    await page.waitFor((entry) => document.querySelector(entry).textContent.includes('夜间反光标识：新加的一行。'), entry(2));
    assert.equal(await page.count(`${entry(2)} .slip-change`), 3);
    assert.deepEqual(await page.errors(), []);
  }));

test('an answer goes out as a file of its own, and the slip can be put away', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const { file, slip } = sentBack(at);
    await atHome(page, file);
    await openSlip(page, slip);
    await page.type(note(3), '名称与机构编制批复一致');
    await page.waitFor(state(3, 'explained'));
    await change(page, cell('phone'), '0000-7654321');
    await page.click(action('hand-in'));
    // First the file, so that the answer can name its number.
    await page.waitFor('[data-slip-handing]');
    assert.equal(await page.count(action('slip-save')), 0);
    const document = await page.download(() => page.click(`[data-slip-handing] ${action('save-file')}`));
    const answer = await page.download(() => page.click(action('slip-save')));
    assert.equal(answer.name, '农村公路安全防护工程-2026-退回单答复.json');
    writeFileSync(file, document.bytes);
    writeFileSync(slip, answer.bytes);
    const shown = json(['slip', 'show', slip, file, '--format', 'json']);
    assert.deepEqual(shown.held, { same_document: true, differing: [] });
    assert.deepEqual(shown.slip.entries.map((one) => one.state), ['open', 'open', 'explained', 'open']);
    assert.equal(shown.slip.entries[2].note, '名称与机构编制批复一致');
    assert.equal(shown.slip.answered.by, '李青');

    await page.download(() => page.click(action('slip-put-away')));
    await page.waitFor(() => !document.querySelector('[data-action="slip"]'));
    await saved(page);
    await page.reload();
    await page.waitFor(cell('department'));
    assert.equal(await page.count('[data-action="slip"]'), 0);
  }));

test('notes survive another copy of the slip; another slip takes their place only after they are saved', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const { file, slip } = sentBack(at);
    await atHome(page, file);
    await openSlip(page, slip);
    await page.type(note(2), '甲的话');
    await page.waitFor(state(2, 'explained'));
    const theirs = join(at, '同事.json');
    jibiao(['answer', file, '--slip', slip, '--note', '2: 乙的话', '--note', '4: 已更正', '-o', theirs]);
    await page.setFiles('#file-picker', [theirs]);
    await page.waitFor(state(4, 'explained'));
    assert.equal(await page.value(note(2)), '甲的话\n乙的话');

    const second = join(at, '第二次.json');
    jibiao(['return', file, '--comment', 'department: 仍不是全称', '--reviewer', '绩效科', '-o', second]);
    await page.setFiles('#file-picker', [second]);
    await page.waitFor('[data-dialog="slip-clash"]');
    await page.click(action('dismiss'));
    await closed(page);
    assert.equal(await page.attribute('[data-slip]', 'data-slip'), '4');
    await page.setFiles('#file-picker', [second]);
    await page.waitFor('[data-dialog="slip-clash"]');
    const answer = await page.download(() => page.click(action('slip-replace')));
    await page.waitFor('[data-slip="2"]');
    assert.match(answer.text, /甲的话\\n乙的话/);

    // A file that replaces the draft leaves the slip where it is.
    const newer = JSON.parse(readFileSync(file, 'utf8'));
    newer.cells.phone = '0000-7654321';
    writeFileSync(file, JSON.stringify(newer));
    await page.setFiles('#file-picker', [file]);
    await page.waitFor('[data-dialog="clash"]');
    await page.click(action('replace-draft'));
    await closed(page);
    await page.waitFor('[data-slip="2"]');
    assert.equal(await page.value(cell('phone')), '0000-7654321');
  }));

test('a slip that is damaged, or of a later save than the draft, is refused in words', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const { file, slip } = sentBack(at);
    await atHome(page, file);
    for (const [change, words] of [
      [(text) => text.replace('"revision": 1', '"revision": 7'), /第 7 次保存/],
      [(text) => text.replace('"jibiao_slip": 1', '"jibiao_slip": 2'), /更新的版本/],
      [(text) => text.slice(0, text.length / 2), /不完整或被改坏/],
    ]) {
      const odd = join(at, '坏.json');
      writeFileSync(odd, change(readFileSync(slip, 'utf8')));
      await page.setFiles('#file-picker', [odd]);
      await page.waitFor('[data-dialog="bad-file"]');
      assert.match(await page.text('#dialog'), words);
      await page.click(action('dismiss'));
      await closed(page);
    }
    assert.deepEqual(await page.errors(), []);
  }));

test('a slip is answered with the keyboard alone', () =>
  withPage('firefox', {}, async (page) => {
    const { file, slip } = sentBack(folder());
    await atHome(page, file);
    await openSlip(page, slip);
    const tabTo = async (selector) => {
      for (let step = 0; step < 20; step += 1) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
        await page.press('Tab');
      }
      assert.fail(`20 times Tab don't lead to ${selector}`);
    };
    await page.waitFor(() => document.activeElement?.id === 'slip');
    await tabTo(action('slip-next'));
    await page.press('Enter');
    await page.waitFor((entry) => Boolean(document.activeElement?.closest(entry)), entry(1));
    await tabTo(note(1));
    await page.type('系录入错误，已更正');
    await page.waitFor(state(1, 'explained'));
    await tabTo(`${entry(3)} ${action('slip-go')}`);
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.dataset.cell === 'department');
    await page.press('Control+a');
    await page.type('青石县交通运输局（本级）');
    await page.press('Tab');
    await page.waitFor(state(3, 'changed'));
    assert.equal(await page.value(note(1)), '系录入错误，已更正');
  }));
