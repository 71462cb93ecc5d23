// 情况说明: answering a finding with a reason, as a person does it at the desk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jibiao } from '../schemas/command.mjs';
import { dist, needed } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, withPage } from './drivers.mjs';
import { action, cell, exported, fill, rowCell, rowIds, startForm } from './filling.mjs';

needed(dist);

const road = {
  cells: {
    year: '2026',
    'project-name': '青石镇村道硬化',
    'fund.total.year': '120',
    'fund.fiscal.year': '100',
    'year-goal': '硬化村道12公里，12个村的1,800户村民雨天出行不再走泥路。',
    'prepared-by': '李青',
  },
  rows: [
    { 'level-1': '产出指标', 'level-2': '数量指标', 'level-3': '硬化村道长度', target: '≥12公里' },
    { 'level-1': '效益指标', 'level-2': '社会效益指标', 'level-3': '村民出行条件', target: '明显改善' },
  ],
};
const REASON = '省级方案对本项只作定性要求，年底由评审组入户查看';
const vague = '[data-finding][data-rule="target-vague"]';

/** A tool of a finding in the list of problems. */
async function tool(page, finding, name) {
  const found = await page.evaluate(
    (finding, name) => {
      for (const old of document.querySelectorAll('[data-here]')) old.removeAttribute('data-here');
      const tool = document.querySelector(finding)?.closest('li').querySelector(`[data-action="${name}"]`);
      tool?.setAttribute('data-here', '');
      return Boolean(tool);
    },
    finding,
    name,
  );
  return found ? '[data-here]' : null;
}

async function checkedRoad(page) {
  await startForm(page, 'project-declaration-2021');
  await fill(page, road);
  await page.click(action('check'));
  await page.waitFor('[data-verdict="rejected"]');
}

async function giveReason(page, reason) {
  await page.click(await tool(page, vague, 'answer'));
  await page.waitFor('#reason');
  await page.retype('#reason', reason);
  await page.click(action('waive'));
}

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.rule || '');

for (const engine of ENGINES) {
  test(`${engine}: a finding is answered with a reason, undone and redone`, () =>
    withPage(engine, {}, async (page) => {
      await checkedRoad(page);
      await giveReason(page, REASON);
      await page.waitFor('[data-answered="1"]');
      const shown = await page.evaluate((finding) => document.querySelector(finding).closest('li').textContent, vague);
      assert.ok(shown.includes(`情况说明：${REASON}`) && shown.includes('李青'), shown);
      assert.equal(await page.count(`.group.is-answered ${vague}`), 1);
      await page.click(action('undo'));
      await page.waitFor(`.group.is-warns ${vague}`);
      assert.equal(await page.count('[data-answered]'), 0);
      await page.click(action('redo'));
      await page.waitFor('[data-answered="1"]');
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a reason goes with the paper and the upload, and the command line says the same', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    await giveReason(page, REASON);
    await page.waitFor('[data-answered="1"]');
    assert.ok((await page.text('.reasons')).includes(REASON));
    assert.deepEqual(await axe(page), []);
    const { upload } = await exported(page);
    assert.equal(upload.document.waivers.length, 1);
    const [waiver] = upload.document.waivers;
    assert.equal(waiver.reason, REASON);
    assert.equal(waiver.by, '李青');
    assert.match(waiver.date, /^\d{4}-\d{2}-\d{2}$/);
    const answered = upload.report.entries.filter((entry) => entry.waiver);
    assert.deepEqual(answered.map((entry) => entry.rule), ['target-vague']);
    assert.deepEqual(upload.report.waived, { blocks: 0, warns: 1, advises: 0 });
    assert.deepEqual(JSON.parse(jibiao(['upload', '-'], JSON.stringify(upload.document))), upload);
  }));

test('a reason that says nothing is refused in words, and the dialog stays', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    await page.click(await tool(page, vague, 'answer'));
    await page.waitFor('#reason');
    assert.equal(await focused(page), 'reason');
    assert.deepEqual(await axe(page), []);
    await page.type('见附件');
    assert.match(await page.text('#reason-length'), /已写 3 字，至少 8 字/);
    await page.press('Control+Enter');
    await page.waitFor('#reason-refused');
    assert.match(await page.text('#reason-refused'), /至少写 8 个字/);
    assert.equal(await page.attribute('#reason', 'aria-invalid'), 'true');
    assert.match(await page.attribute('#reason', 'aria-describedby'), /reason-refused/);
    assert.equal(await focused(page), 'reason');
    assert.equal(await page.value('#reason'), '见附件');
    assert.deepEqual(await axe(page), []);
    await page.retype('#reason', '见附件，特此说明，情况属实');
    await page.click(action('waive'));
    await page.waitFor(() => /写明具体情况/.test(document.getElementById('reason-refused')?.textContent));
    await page.retype('#reason', REASON);
    await page.press('Control+Enter');
    await page.waitFor('[data-answered="1"]');
    assert.equal(await page.count('#reason'), 0);
    assert.equal(await focused(page), await page.attribute(vague, 'id'), 'the focus is at the finding');
  }));

test('an input method composes a reason, and its Esc and Enter are its own', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    await page.click(await tool(page, vague, 'answer'));
    await page.waitFor('#reason');
    await page.compose(['s', 'sheng', 'sheng ji'], '省级');
    assert.equal(await page.value('#reason'), '省级');
    const session = await page.raw.context().newCDPSession(page.raw);
    await session.send('Input.imeSetComposition', { text: 'fang an', selectionStart: 7, selectionEnd: 7 });
    await page.evaluate(() => {
      for (const [key, ctrlKey] of [['Escape', false], ['Enter', true]]) {
        const event = new KeyboardEvent('keydown', { key, ctrlKey, keyCode: 229, isComposing: true, bubbles: true });
        document.activeElement.dispatchEvent(event);
      }
    });
    assert.equal(await page.count('#reason'), 1, 'the dialog is still open');
    assert.equal(await page.count('#reason-refused'), 0, 'nothing was given');
    await session.send('Input.insertText', { text: '方案只作定性要求' });
    assert.equal(await page.value('#reason'), '省级方案只作定性要求');
    assert.match(await page.text('#reason-length'), /已写 10 字/);
    await page.click(action('waive'));
    await page.waitFor('[data-answered="1"]');
    assert.deepEqual(await page.errors(), []);
  }));

test('a reason that was typed and not given is there again', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    await page.click(await tool(page, vague, 'answer'));
    await page.type('#reason', REASON);
    await page.press('Escape');
    await page.waitFor(() => !document.getElementById('reason'));
    assert.equal(await page.count('[data-answered]'), 0);
    await page.click(await tool(page, vague, 'answer'));
    await page.waitFor('#reason');
    assert.equal(await page.value('#reason'), REASON);
  }));

test('a reason ends with the text that it excused, can be confirmed, changed and withdrawn', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    await giveReason(page, REASON);
    await page.waitFor('[data-answered="1"]');
    const target = rowCell((await rowIds(page))[1], 'target');
    await page.retype(target, '大幅改善');
    await page.press('Tab');
    await page.waitFor('.problem [data-reason="lapsed"]');
    assert.equal(await page.count('[data-answered]'), 0);
    assert.ok(await page.count(`.group.is-warns ${vague}`), 'the finding is back');
    assert.equal(await page.count('.reasons'), 0, 'an outdated reason is not printed');
    assert.deepEqual(await axe(page), []);

    await page.click(await tool(page, vague, 'answer'));
    await page.waitFor('#reason');
    assert.equal(await page.value('#reason'), REASON, 'the old words are offered');
    await page.click(action('waive'));
    await page.waitFor('[data-answered="1"]');
    assert.equal(await page.count('[data-reason="lapsed"]'), 0);

    await giveReason(page, `${REASON}，附方案第三条`);
    await page.waitFor(() => document.querySelector('.problem [data-reason="given"]')?.textContent.includes('第三条'));
    await page.click(await tool(page, vague, 'withdraw'));
    await page.waitFor(`.group.is-warns ${vague}`);
    const { upload } = await exported(page);
    assert.equal(upload.document.waivers, undefined);
  }));

test('a reason for what was mended is offered for removal', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    await giveReason(page, REASON);
    await page.waitFor('[data-answered="1"]');
    await page.retype(rowCell((await rowIds(page))[1], 'target'), '≥1800户');
    await page.press('Tab');
    await page.waitFor('[data-stray]');
    assert.ok((await page.text('[data-stray]')).includes(REASON));
    assert.deepEqual(await axe(page), []);
    await page.click(action('discard'));
    await page.waitFor(() => !document.querySelector('[data-stray]'));
    await page.click(action('undo'));
    await page.waitFor('[data-stray]');
  }));

test('no reason is taken where figures contradict each other', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    const sum = '[data-finding][data-rule="fund-sum-mismatch"]';
    assert.equal(await page.count(sum), 1);
    assert.equal(await tool(page, sum, 'answer'), null);
    assert.notEqual(await tool(page, sum, 'why'), null);
  }));

test('a finding is answered under its cell on a narrow screen, and the focus comes back to the cell', () =>
  withPage('chromium', { viewport: { width: 420, height: 800 } }, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await fill(page, road);
    await page.click(action('check'));
    await page.press('Escape');
    const row = (await rowIds(page))[1];
    await page.click(`[data-row-id="${row}"] ~ tr ${action('answer')}, [data-row-id="${row}"] ${action('answer')}`);
    await page.waitFor('#reason');
    await page.type(REASON);
    await page.press('Control+Enter');
    await page.waitFor('.note [data-reason="given"]');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.col), 'target');
    assert.equal(await page.attribute(rowCell(row, 'target'), 'aria-invalid'), null);
    assert.ok((await page.text('.note.is-answered')).includes('已说明'));
  }));

test('reasons speak English with the page', () =>
  withPage('chromium', {}, async (page) => {
    await checkedRoad(page);
    await giveReason(page, REASON);
    await page.waitFor('[data-answered="1"]');
    await page.click(action('more'));
    await page.click(action('language'));
    await page.waitFor(() => document.querySelector('.problem [data-reason="given"]')?.textContent.startsWith('Reason: '));
    assert.equal(await page.value(cell('prepared-by')), '李青');
  }));
