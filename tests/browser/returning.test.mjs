// 写退回单 on the page: whoever reviews a document picks findings, comments on places, and sends it back as a file, the same
// that the command line writes.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jibiao, json } from '../schemas/command.mjs';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell, rowCell } from './filling.mjs';

needed(dist);

const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-returning-'));
const own = (n) => `#returning\\:${n}`;
const found = (at) => `[data-returning-found]:nth-of-type(${at})`;
const saved = (page) => page.waitFor('[data-state="saved"]');
const today = (page) =>
  page.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  });

/** A declaration without its department, with a total that is not the sum, and with a target that says little. */
function handedIn(at) {
  const declaration = JSON.parse(readFileSync(join(root, 'tests/documents/declaration-2021.json'), 'utf8'));
  declaration.cells.department = '';
  declaration.cells['fund.fiscal.year'] = '45';
  declaration.tables.indicators[1].cells.target = '完成较好';
  const file = join(at, '申报表.json');
  writeFileSync(file, JSON.stringify(declaration));
  return file;
}

async function review(page, file) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor('[data-empty], [data-draft]');
  await page.setFiles('#file-picker', [file]);
  await page.waitFor(cell('project-name'));
  await page.click(action('more'));
  await page.click(action('return'));
  await page.waitFor('[data-returning="3"]');
}

/** Chooses a place by what it is called, and says something of it. */
async function comment(page, place, text) {
  await page.waitFor((place) => [...document.querySelectorAll('[data-action="returning-on"]')].some((button) => button.textContent === place), place);
  const at = await page.evaluate((place) => [...document.querySelectorAll('[data-action="returning-on"]')].findIndex((button) => button.textContent === place), place);
  await page.click(`.returning-places li:nth-child(${at + 1}) ${action('returning-on')}`);
  await page.waitFor(() => document.activeElement?.id.startsWith('returning:'));
  await page.type(text);
}

for (const engine of ENGINES) {
  test(`${engine}: a slip that is written beside the sheet is the one of the command line, and comes back answered`, () =>
    withPage(engine, {}, async (page) => {
      const at = folder();
      const file = handedIn(at);
      await review(page, file);
      assert.match(await page.text(found(1)), /必须修改单位与项目 · 主管部门[\s\S]*“主管部门”没有填写/);
      // Whoever reviews changes nothing by mistake.
      await page.click(cell('project-name'));
      await page.type('改');
      assert.equal(await page.value(cell('project-name')), '农村公路安全防护工程');
      await page.click(rowCell('r3', 'target'));
      await comment(page, '绩效指标 · 第3行 · 年度指标值 · 施工占用林地面积', '占用面积的依据是什么');
      await page.type('#reviewer', '绩效科');
      await saved(page);

      const slip = await page.download(() => page.click(action('returning-save')));
      assert.match(slip.name, /^农村公路安全防护工程.*退回单-第1次\.json$/);
      const out = join(at, 'cli.json');
      const said = ['--findings', 'warns', '--comment', 'r3/target: 占用面积的依据是什么'];
      jibiao(['return', file, ...said, '--reviewer', '绩效科', '--date', await today(page), '-o', out]);
      assert.equal(slip.text, readFileSync(out, 'utf8'), 'page and command line write the same bytes');

      // It is kept beside the draft until it is put away; the sheet is one to fill again.
      await page.reload();
      await page.waitFor(action('returning'));
      await page.click(action('returning'));
      await page.waitFor('[data-returning="3"]');
      assert.equal(await page.value(own(1)), '占用面积的依据是什么');
      assert.equal(await page.value('#reviewer'), '绩效科');
      await page.download(() => page.click(action('returning-put-away')));
      await page.waitFor(() => !document.querySelector('[data-returning]'));
      await page.waitFor((field) => !document.querySelector(field).readOnly, cell('department'));
      await saved(page);

      // Whoever filled the form in opens the file beside it.
      const written = join(at, '退回单.json');
      writeFileSync(written, slip.text);
      await page.setFiles('#file-picker', [written]);
      await page.waitFor('[data-slip-counts="4 0 0"]');
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(await page.requests(), []);
    }));
}

test('what is not to go back is left out, and what is said to a finding stands at it', () =>
  withPage('chromium', {}, async (page) => {
    await review(page, handedIn(folder()));
    await page.click(`${found(1)} ${action('returning-pick')}`);
    await page.waitFor('[data-returning="2"]');
    await page.type(`${found(2)} textarea`, '以预算批复为准');
    // A row, a choice that takes no focus, and the whole form.
    await page.click(`.box:has(> ${cell('project-nature')})`);
    await comment(page, '单位与项目 · 项目性质', '按批复应为常年项目');
    await page.click(rowCell('r1', 'level-3'));
    await comment(page, '绩效指标 · 第1行 · 每公里护栏造价', '与批复的造价不一致');
    await comment(page, '项目支出绩效目标申报表', '先报主管部门审核');
    await page.click(action('returning-remove'));
    await saved(page);
    const { text } = await page.download(() => page.click(action('returning-save')));
    const slip = JSON.parse(text);
    assert.deepEqual(
      slip.entries.map(({ n, at, comment, finding }) => [n, at, comment, finding?.rule]),
      [
        [1, { cell: 'fund.total.year' }, '以预算批复为准', 'fund-sum-mismatch'],
        [2, { table: 'indicators', row: 'r2', cell: 'target' }, undefined, 'target-not-quantified'],
        [3, { table: 'indicators', row: 'r1' }, '与批复的造价不一致', undefined],
        [4, {}, '先报主管部门审核', undefined],
      ],
    );
    assert.equal(slip.entries[1].was.text, '完成较好');
    assert.deepEqual(await page.errors(), []);
  }));

test('an empty slip is not written, and neither is one on a document that was changed here', () =>
  withPage('chromium', {}, async (page) => {
    await review(page, handedIn(folder()));
    await page.click(action('returning-none'));
    await page.waitFor('[data-returning="0"]');
    await page.click(action('returning-save'));
    await page.waitFor('[data-dialog="not-made"]');
    assert.match(await page.text('#dialog'), /还没有内容/);
    await page.click(`.dialog-buttons ${action('dismiss')}`);
    await page.click(action('returning-drop'));
    await page.click(action('returning-drop-now'));
    await page.waitFor((field) => !document.querySelector(field).readOnly, cell('phone'));
    await page.retype(cell('phone'), '0000-7654321');
    await page.press('Tab');
    await page.click(action('more'));
    await page.click(action('return'));
    await page.waitFor('[data-notice="returning"]');
    await page.click(action('returning-save'));
    // What was changed is taken back, and the slip can go.
    await page.click(action('returning-take-back'));
    await page.waitFor(() => !document.querySelector('[data-notice="returning"]'));
    assert.equal(await page.value(cell('phone')), '0000-1234567');
    const slip = await page.download(() => page.click(action('returning-save')));
    assert.equal(JSON.parse(slip.text).entries.length, 3);
    assert.deepEqual(await page.errors(), []);
  }));

test('while a slip is in no file the sheet stays as it was received, whatever is in its place', () =>
  withPage('chromium', {}, async (page) => {
    const locked = (field) => document.querySelector(field)?.readOnly && document.querySelector('[data-notice="returning-begun"]') !== null;
    await review(page, handedIn(folder()));
    await page.click(rowCell('r1', 'target'));
    await comment(page, '绩效指标', '各行都要有依据');
    await page.click(action('check'));
    await page.waitFor(locked, cell('phone'));
    await saved(page);
    await page.reload();
    await page.waitFor(locked, cell('phone'));
    await page.click(action('returning-on-with'));
    await page.waitFor('[data-returning="3"]');
    assert.equal(await page.value(own(1)), '各行都要有依据');
    // To and fro with one key: from the cell to its places, and back into it.
    await page.click(rowCell('r5', 'target'));
    await page.press('F6');
    await page.waitFor(() => document.activeElement?.textContent.startsWith('绩效指标 · 第5行 · 年度指标值'));
    await page.press('F6');
    await page.waitFor(() => document.activeElement?.dataset.row === 'r5' && document.activeElement.dataset.col === 'target');
    await page.click(action('returning-close'));
    await page.waitFor(locked, cell('phone'));
    await page.download(() => page.click(action('returning-put-away')));
    await page.waitFor((field) => !document.querySelector(field).readOnly, cell('phone'));
    assert.equal(await page.count('[data-notice="returning-begun"]'), 0);
    assert.deepEqual(await page.errors(), []);
  }));

test('out of a bundle: the answer is looked through, and what is still open is asked for again', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const file = handedIn(at);
    const slip = join(at, '退回单.json');
    const comments = ['r3/target: 占用面积的依据是什么', 'r1: 与批复的造价不一致'].flatMap((text) => ['--comment', text]);
    jibiao(['return', file, ...comments, '--reviewer', '绩效科', '--date', '2026-03-31', '-o', slip]);
    const answered = join(at, '答复.json');
    jibiao(['answer', file, '--slip', slip, '--note', '3: 按林地使用方案', '--by', '李青', '--date', '2026-04-02', '-o', answered]);
    const bundle = join(at, '报送包.zip');
    jibiao(['bundle', file, '--slip', answered, '--stage', 'submission', '-o', bundle]);
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor('[data-empty]');
    await page.setFiles('#file-picker', [bundle]);
    await page.waitFor('[data-dialog="verified"]');
    await page.click(action('return-bundled'));
    await page.waitFor('[data-returning="3"]');
    await page.click(action('returning-again'));
    await page.waitFor('[data-returning-own]');
    assert.equal(await page.count('[data-returning-own]'), 1);
    assert.equal(await page.value(own(1)), '与批复的造价不一致');
    assert.equal(await page.count(action('returning-again')), 0, 'it was asked for');
    // What the department answered is theirs.
    await page.click(action('slip'));
    await page.waitFor('[data-slip]');
    assert.equal(await page.count('.slip textarea'), 0);
    await page.click(action('returning'));
    await page.waitFor('[data-returning="3"]');
    const { text } = await page.download(() => page.click(action('returning-save')));
    const second = join(at, '第二次退回单.json');
    writeFileSync(second, text);
    const shown = json(['slip', 'show', second, file, '--format', 'json']);
    assert.equal(shown.slip.entries.length, 4);
    assert.equal(shown.slip.entries.at(-1).comment, '与批复的造价不一致');
    assert.deepEqual(await page.errors(), []);
  }));
