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

/** Opens a bundle in order to send its document back. */
async function openToReturn(page, bundle) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor('[data-empty], [data-draft]');
  await page.setFiles('#file-picker', [bundle]);
  await page.waitFor('[data-dialog="verified"]');
  await page.click(action('return-bundled'));
}

/** The bundle that answers a slip: the department is filled in, the total and one comment are explained, one is left open. */
function answeredBundle(at) {
  const file = handedIn(at);
  const slip = join(at, '退回单.json');
  const comments = ['r3/target: 占用面积的依据是什么', 'r1: 与批复的造价不一致'].flatMap((text) => ['--comment', text]);
  jibiao(['return', file, '--findings', 'warns', ...comments, '--reviewer', '绩效科', '--date', '2026-03-31', '-o', slip]);
  const declaration = JSON.parse(readFileSync(file, 'utf8'));
  declaration.revision = 2;
  declaration.cells.department = '青石县交通运输局';
  writeFileSync(file, JSON.stringify(declaration));
  const answered = join(at, '答复.json');
  const notes = ['2: 以预算批复为准', '4: 按林地使用方案'].flatMap((text) => ['--note', text]);
  jibiao(['answer', file, '--slip', slip, ...notes, '--by', '李青', '--date', '2026-04-02', '-o', answered]);
  const bundle = join(at, '报送包.zip');
  jibiao(['bundle', file, '--slip', answered, '--stage', 'submission', '-o', bundle]);
  return bundle;
}

const before = (n) => `[data-returning-before="${n}"]`;

for (const engine of ENGINES) {
  test(`${engine}: while the next slip is written, every answer to the last one is in sight`, () =>
    withPage(engine, {}, async (page) => {
      await openToReturn(page, answeredBundle(folder()));
      // The department is no finding any more; the total and the target still are.
      await page.waitFor('[data-returning="2"]');
      assert.match(await page.text('.returning-before'), /第 1 次保存[\s\S]*绩效科 2026-03-31[\s\S]*待处理 2 条，已修改 1 条，有说明 2 条[\s\S]*李青 2026-04-02/);
      const rest = (n) => `li${before(n)}`;
      assert.equal(await page.count('li[data-returning-before]'), 3);
      assert.match(await page.text(rest(1)), /主管部门[\s\S]*已修改[\s\S]*未填 → 青石县交通运输局/);
      assert.match(await page.text(rest(4)), /占用面积的依据是什么[\s\S]*说明：按林地使用方案/);
      assert.match(await page.text(rest(5)), /待处理[\s\S]*与批复的造价不一致/);
      // What is found again has its answer beside it.
      assert.match(await page.text(`[data-returning-found="true"] ${before(2)}`), /上一张第 2 条[\s\S]*有说明[\s\S]*说明：以预算批复为准/);
      assert.match(await page.text(`[data-returning-found="true"] ${before(3)}`), /上一张第 3 条[\s\S]*待处理/);

      // What was explained does not satisfy: it is asked for again, its answer beside it, in other words too.
      await page.click(`${rest(4)} ${action('returning-again-for')}`);
      await page.waitFor(() => document.activeElement?.id === 'returning:1');
      assert.equal(await page.value(own(1)), '占用面积的依据是什么');
      assert.equal(await page.count(rest(4)), 0);
      await page.type(own(1), '？方案上没有');
      await saved(page);
      await page.reload();
      await page.waitFor(action('returning-on-with'));
      await page.click(action('returning-on-with'));
      await page.waitFor(`[data-returning-own="1"] ${before(4)}`);
      assert.match(await page.text(`[data-returning-own="1"] ${before(4)}`), /当时的意见：占用面积的依据是什么[\s\S]*说明：按林地使用方案/);
      assert.equal(await page.count('li[data-returning-before]'), 2);
      const slip = JSON.parse((await page.download(() => page.click(action('returning-save')))).text);
      assert.deepEqual(
        slip.entries.map(({ at, comment }) => [at.cell, comment]),
        [
          ['fund.total.year', undefined],
          ['target', undefined],
          ['target', '占用面积的依据是什么？方案上没有'],
        ],
      );
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a comment on what the check still finds is asked for again with the finding', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const file = handedIn(at);
    const slip = join(at, '退回单.json');
    jibiao(['return', file, '-o', slip]);
    // As the page writes it: the comment stands at the finding.
    const written = JSON.parse(readFileSync(slip, 'utf8'));
    written.entries = [{ ...written.entries[0], comment: '写全称' }];
    writeFileSync(slip, JSON.stringify(written));
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor('[data-empty]');
    await page.setFiles('#file-picker', [file]);
    await page.waitFor(cell('project-name'));
    await page.setFiles('#file-picker', [slip]);
    await page.waitFor('[data-slip="1"]');
    await page.click(action('more'));
    await page.click(action('return'));
    await page.waitFor('[data-returning="3"]');
    assert.match(await page.text(action('returning-again')), /1 条/);
    await page.click(action('returning-again'));
    await page.waitFor(() => !document.querySelector('[data-action="returning-again"]'));
    assert.equal(await page.value(`${found(1)} textarea`), '写全称');
    assert.equal(await page.count('[data-returning-own]'), 0);
    assert.deepEqual(await page.errors(), []);
  }));

test('a comment that was taken out can be put back, where it stood', () =>
  withPage('chromium', {}, async (page) => {
    await review(page, handedIn(folder()));
    await page.click(rowCell('r1', 'target'));
    await comment(page, '绩效指标', '各行都要有依据');
    await comment(page, '项目支出绩效目标申报表', '先报主管部门审核');
    await page.click(`[data-returning-own="1"] ${action('returning-remove')}`);
    await page.waitFor(() => document.activeElement?.dataset.action === 'returning-put-back');
    assert.match(await page.text('[data-returning-out="1"]'), /已删去“绩效指标”的意见/);
    await page.click(`[data-returning-own="2"] ${action('returning-remove')}`);
    await page.waitFor('[data-returning-out="2"]');
    // What is taken out is kept nowhere and goes into no file.
    await saved(page);
    assert.equal(JSON.parse((await page.download(() => page.click(action('returning-save')))).text).entries.length, 3);
    await page.click(`[data-returning-out="1"] ${action('returning-put-back')}`);
    await page.waitFor(() => document.activeElement?.id === 'returning:1');
    assert.equal(await page.value(own(1)), '各行都要有依据');
    await saved(page);
    await page.reload();
    await page.click(action('returning-on-with'));
    await page.waitFor('[data-returning-own]');
    assert.equal(await page.count('[data-returning-own]'), 1);
    assert.equal(await page.count('[data-returning-out]'), 0);
    // Nothing was said in it, so there is nothing to put back.
    await page.click(`.returning-places li:last-child ${action('returning-on')}`);
    await page.waitFor('[data-returning-own="2"]');
    await page.click(`[data-returning-own="2"] ${action('returning-remove')}`);
    await page.waitFor(() => document.activeElement?.id === 'returning-own');
    assert.equal(await page.count('[data-returning-out]'), 0);
    assert.deepEqual(await page.errors(), []);
  }));

test('findings of one rule have one box for all of them, and can be looked at one by one', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const file = handedIn(at);
    const declaration = JSON.parse(readFileSync(file, 'utf8'));
    // Sixty rows that say nothing of their target, beside the three mistakes that were there.
    for (let n = 0; n < 60; n += 1) {
      declaration.tables.indicators.push({ id: `n${n}`, cells: { 'level-1': '产出指标', 'level-2': '数量指标', 'level-3': `标志牌第${n}段`, target: '完成较好' } });
    }
    writeFileSync(file, JSON.stringify(declaration));
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor('[data-empty]');
    await page.setFiles('#file-picker', [file]);
    await page.waitFor(cell('project-name'));
    await page.click(action('more'));
    await page.click(action('return'));
    const rule = '[data-returning-rule="target-not-quantified"]';
    await page.waitFor(rule);
    const all = Number(await page.attribute('[data-returning]', 'data-returning'));
    assert.match(await page.text(rule), /61 处[\s\S]*勾了 61 处/);
    assert.equal(await page.count(`${rule} [data-returning-found]`), 0, 'folded at first');
    const box = `${rule} ${action('returning-pick-rule')}`;
    await page.click(box);
    await page.waitFor((all) => document.querySelector('[data-returning]').dataset.returning === all, String(all - 61));
    await page.click(action('returning-unfold'));
    await page.waitFor(`${rule} [data-returning-found="false"]`);
    assert.equal(await page.attribute(action('returning-unfold'), 'aria-expanded'), 'true');
    await page.click(`${rule} [data-returning-found]:nth-of-type(2) ${action('returning-pick')}`);
    await page.waitFor((box) => document.querySelector(box).indeterminate, box);
    assert.match(await page.text(rule), /勾了 1 处/);
    await page.type(`${rule} [data-returning-found]:nth-of-type(2) textarea`, '写明块数');
    // Some of them: the box takes all.
    await page.click(box);
    await page.waitFor((box) => document.querySelector(box).checked && !document.querySelector(box).indeterminate, box);
    assert.equal(await page.attribute('[data-returning]', 'data-returning'), String(all));
    const slip = JSON.parse((await page.download(() => page.click(action('returning-save')))).text);
    const alike = slip.entries.filter(({ finding }) => finding?.rule === 'target-not-quantified');
    assert.deepEqual([alike.length, alike[1].comment], [61, '写明块数']);
    assert.deepEqual(await page.errors(), []);
  }));

test('a bundle to be sent back meets another version of its document: the one that was received is taken, or the one here is looked at', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const file = handedIn(at);
    const bundle = join(at, '报送包.zip');
    jibiao(['bundle', file, '--stage', 'submission', '-o', bundle]);
    const mine = JSON.parse(readFileSync(file, 'utf8'));
    mine.cells.phone = '0000-7654321';
    writeFileSync(file, JSON.stringify(mine));
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor('[data-empty]');
    await page.setFiles('#file-picker', [file]);
    await page.waitFor(cell('phone'));
    await saved(page);
    await page.click(action('home'));
    await page.waitFor('[data-draft]');
    const meet = async () => {
      await page.setFiles('#file-picker', [bundle]);
      await page.waitFor('[data-dialog="verified"]');
      await page.click(action('return-bundled'));
      await page.waitFor('[data-dialog="clash"]');
    };
    await meet();
    assert.match(await page.text('#dialog'), /本机有这份填报的另一版[\s\S]*写退回单要针对收到的那一版/);
    assert.equal(await page.count(`#dialog ${action('merge')}`), 0, 'what was received is not mixed with what is here');
    // Neither: everything is as it was.
    await page.press('Escape');
    await page.waitFor(() => !document.getElementById('dialog'));
    assert.equal(await page.count('[data-draft]'), 1);
    await meet();
    await page.click(action('keep-draft'));
    await page.waitFor(cell('phone'));
    assert.equal(await page.value(cell('phone')), '0000-7654321');
    assert.equal(await page.count('[data-returning]'), 0);
    await page.click(action('home'));
    await page.waitFor('[data-draft]');
    await meet();
    await page.click(action('replace-draft'));
    await page.waitFor('[data-returning="3"]');
    assert.equal(await page.value(cell('phone')), '0000-1234567');
    assert.equal(await page.count('[data-notice="returning"]'), 0);
    const slip = await page.download(() => page.click(action('returning-save')));
    assert.equal(JSON.parse(slip.text).entries.length, 3);
    assert.deepEqual(await page.errors(), []);
  }));

test('a slip that is in no file is given up only after a question, and can go into one instead', () =>
  withPage('chromium', {}, async (page) => {
    await review(page, handedIn(folder()));
    await page.click(rowCell('r1', 'target'));
    await comment(page, '绩效指标', '各行都要有依据');
    await page.click(action('returning-drop'));
    await page.waitFor('[data-dialog="drop-slip"]');
    assert.match(await page.text('#dialog'), /不写这张退回单了[\s\S]*没有存成文件/);
    await page.click(`.dialog-buttons ${action('dismiss')}`);
    await page.waitFor(() => !document.getElementById('dialog') && document.activeElement?.dataset.action === 'returning-drop');
    assert.equal(await page.value(own(1)), '各行都要有依据');
    // The same from the notice, where it is out of sight.
    await page.click(action('returning-close'));
    await page.waitFor('[data-notice="returning-begun"]');
    await page.click(`[data-notice="returning-begun"] ${action('returning-drop')}`);
    await page.waitFor('[data-dialog="drop-slip"]');
    const slip = await page.download(() => page.click(`#dialog ${action('returning-put-away')}`));
    assert.equal(JSON.parse(slip.text).entries.at(-1).comment, '各行都要有依据');
    await page.waitFor(() => !document.getElementById('dialog'));
    await page.waitFor((field) => !document.querySelector(field).readOnly, cell('phone'));
    // A file has it, so it goes without a question.
    await page.click(action('returning'));
    await page.waitFor('[data-returning]');
    await page.click(action('returning-drop'));
    await page.waitFor(() => !document.querySelector('[data-action="returning"]'));
    assert.equal(await page.count('#dialog'), 0);
    assert.deepEqual(await page.errors(), []);
  }));

for (const [engine, viewport] of [...ENGINES.map((engine) => [engine, { width: 1280, height: 700 }]), ['chromium', { width: 390, height: 844 }]]) {
  test(`${engine}, ${viewport.width} wide: whoever closes the slip is where they were on the sheet`, () =>
    withPage(engine, { viewport }, async (page) => {
      await review(page, handedIn(folder()));
      // Far down, and not where the middle of the sheet is.
      const far = await page.evaluate((close) => {
        window.scrollTo(0, document.documentElement.scrollHeight - window.innerHeight);
        // A driver that clicks would scroll to the button first.
        document.querySelector(close).focus({ preventScroll: true });
        return window.scrollY;
      }, action('returning-close'));
      assert.ok(far > 200, `${far}`);
      await page.press('Enter');
      await page.waitFor(() => document.activeElement?.id === 'sheet');
      // A notice may have come or gone above the sheet.
      const now = await page.evaluate(() => window.scrollY);
      assert.ok(Math.abs(now - far) < 120, `${now} after ${far}`);
      assert.deepEqual(await page.errors(), []);
    }));
}

test('the list of drafts says on which of them a slip is being written, and finds those', () =>
  withPage('chromium', {}, async (page) => {
    await review(page, handedIn(folder()));
    await page.click(rowCell('r1', 'target'));
    await comment(page, '绩效指标', '各行都要有依据');
    await saved(page);
    await page.click(action('home'));
    await page.waitFor('[data-returning-here]');
    assert.match(await page.text('[data-draft]'), /正在写退回单，没有存成文件/);
    for (const name of ['department-declaration', 'monitoring-2021', 'self-evaluation-2015', 'target-review-key', 'declaration-2021']) {
      const other = JSON.parse(readFileSync(join(root, `tests/documents/${name}.json`), 'utf8'));
      other.id = `other-${name}`;
      const path = join(folder(), '另一份.json');
      writeFileSync(path, JSON.stringify(other));
      await page.setFiles('#file-picker', [path]);
      await page.waitFor('#sheet');
      await page.click(action('home'));
      await page.waitFor(`[data-draft="${other.id}"]`);
    }
    await page.click('[data-stand="slip"]');
    await page.waitFor(() => document.querySelectorAll('[data-draft]').length === 1);
    await page.click(action('open-draft'));
    await page.waitFor('[data-notice="returning-begun"]');
    await page.download(() => page.click(`[data-notice="returning-begun"] ${action('returning-put-away')}`));
    await saved(page);
    await page.click(action('home'));
    await page.waitFor('[data-none]');
    assert.equal(await page.count('[data-returning-here]'), 0);
    await page.click('[data-stand="all"]');
    await page.waitFor('[data-draft]');
    assert.equal(await page.count('[data-returning-here]'), 0);
    assert.deepEqual(await page.errors(), []);
  }));

test('a second window says that a slip is being written in the first, from its beginning to its end', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor('[data-empty]');
    await page.setFiles('#file-picker', [handedIn(at)]);
    await page.waitFor(cell('project-name'));
    await saved(page);
    const other = async () => {
      const second = await page.raw.context().newPage();
      await second.goto(singleFile);
      await second.click(action('open-draft'));
      await second.waitForSelector('[data-notice="other-window"]');
      return second;
    };
    const says = (second, words) => second.waitForFunction((words) => document.querySelector('[data-notice="other-window"]')?.textContent.includes(words), words);
    const first = await other();
    await says(first, '正在另一个窗口里填写');
    await page.click(action('more'));
    await page.click(action('return'));
    await says(first, '正在写这份草稿的退回单');
    await comment(page, '项目支出绩效目标申报表', '先报主管部门审核');
    await saved(page);
    // One that is opened meanwhile hears of it too; what to do with the slip is asked where it is.
    const second = await other();
    await says(second, '正在写这份草稿的退回单');
    assert.equal(await second.$('[data-notice="returning-begun"]'), null);
    await page.download(() => page.click(action('returning-put-away')));
    for (const window of [first, second]) {
      await says(window, '正在另一个窗口里填写');
      await window.close();
    }
    assert.deepEqual(await page.errors(), []);
  }));
