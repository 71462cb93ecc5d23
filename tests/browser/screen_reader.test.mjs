// The two main journeys, listened to: with the keyboard alone and a virtual screen reader. Every phrase that is expected
// here was written by hand, from what a person needs to know at that point.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed, root } from '../tools.mjs';
import { withPage } from './drivers.mjs';
import { action, cell, rowCell, startForm } from './filling.mjs';
import { listen, readAll } from './reader.mjs';
import { openPage } from './states.mjs';

needed(dist);

/** A worked document of which one amount was mistyped: 450 and the other sources make 486.5. */
function mistyped() {
  const document = JSON.parse(readFileSync(join(root, 'tests/documents/declaration-2021.json'), 'utf8'));
  document.cells['fund.fiscal.year'] = '45';
  return document;
}
const focused = (selector) => document.activeElement?.matches(selector);
const has = (phrases, wanted) => {
  // The wanted phrases stand in this order; others may stand between them.
  let from = 0;
  for (const phrase of wanted) {
    const at = phrases.findIndex((said, index) => index >= from && (phrase instanceof RegExp ? phrase.test(said) : said === phrase));
    assert.ok(at >= 0, `“${phrase}” is not heard after phrase ${from}:\n${phrases.join('\n')}`);
    from = at + 1;
  }
};

/** Goes on with Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(page, selector, key = 'Tab') {
  for (let step = 0; step < 50; step += 1) {
    if (await page.evaluate(focused, selector)) return;
    await page.press(key);
  }
  assert.fail(`50 times ${key} don't lead to ${selector}`);
}

test('a declaration is filled by ear: every field says its name, that it is needed and what it may hold', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await tabTo(page, cell('year'));
    const head = await listen(page, async () => {
      await page.type('2026');
      await tabTo(page, cell('project-name'));
      await page.type('青石镇村道硬化');
      for (let times = 0; times < 3; times += 1) await page.press('Tab');
      await page.type('某县交通运输局');
      await page.press('Tab');
    });
    has(head.focus, [
      'textbox, 项目名称, required',
      'combobox, 项目性质, has popup listbox, not expanded',
      'combobox, 项目类别, has popup listbox, not expanded',
      'textbox, 主管部门, placeholder 例：某县教育局, required',
      'textbox, 实施单位, required',
    ]);
    assert.deepEqual(head.live, [], 'nobody is interrupted while typing');

    // In a table a cell is told by its row and its column.
    await tabTo(page, cell('fund.total.year'));
    const money = await listen(page, async () => {
      await page.type('120');
      await page.press('Tab');
      await page.press('Tab');
    });
    has(money.focus, [
      'textbox, 其中：财政资金（当年财政拨款） 项目资金总额',
      'textbox, 其中：财政资金（当年财政拨款） 年度资金申请总额',
    ]);

    await tabTo(page, '#add\\:indicators');
    const row = await listen(page, async () => {
      await page.press('Enter');
      await page.waitFor(rowCell('r1', 'level-3'));
      await tabTo(page, rowCell('r1', 'target'));
    });
    has(row.focus, [
      'combobox, 一级指标，第 1 行, has popup listbox, not expanded',
      'combobox, 二级指标，第 1 行, has popup listbox, not expanded',
      'textbox, 三级指标，第 1 行, required',
      'textbox, 年度指标值，第 1 行, required',
    ]);

    // The paper is read in its own order: title, year, who, money, goals, indicators, signatures.
    has(await readAll(page, '#sheet'), [
      'heading, 项目支出绩效目标申报表, level 1',
      /^textbox, 年度, /,
      'heading, 单位与项目, level 2',
      'textbox, 项目名称, required',
      'heading, 项目资金, level 2',
      'table, 项目资金',
      'columnheader, 项目资金总额',
      'columnheader, 年度资金申请总额',
      'rowheader, 总额',
      /^textbox, 总额 年度资金申请总额, 120/,
      'heading, 总体目标, level 2',
      'heading, 绩效指标, level 2',
      /^textbox, 三级指标，第 1 行/,
      'heading, 填报信息, level 2',
    ]);
    assert.deepEqual(await page.errors(), []);
  }));

test('a mistake is heard of, found from the list of problems and mended by ear', () =>
  withPage('chromium', {}, async (page) => {
    await openPage(page, mistyped());
    await tabTo(page, action('check'));
    const check = await listen(page, async () => {
      await page.press('Enter');
      await page.waitFor('[data-verdict="rejected"]');
      await page.waitFor(focused, '#problems');
    });
    assert.equal(check.live.length, 1, 'said once');
    assert.match(check.live[0], /^polite: 检查完毕：需要修改。必须修改 1 处，/);
    assert.equal(check.focus.at(-1), 'heading, 问题, level 2');

    has(await readAll(page, '.problems'), [
      'heading, 问题, level 2',
      'button, 上一处, 上一处（Shift+F8）',
      '需要修改',
      'heading, 必须修改 1, level 3',
      'list',
      /^listitem, level 1, position 1, set size 1/,
      /^button, 项目资金 · 总额·年度资金申请总额/,
      '核对总额和各项来源。',
      /^button, 为什么/,
    ]);

    await tabTo(page, '.problem-jump');
    const jump = await listen(page, async () => {
      await page.press('Enter');
      await page.waitFor(focused, cell('fund.total.year'));
    });
    // The cell repeats what is wrong with it, in the words of the list.
    assert.match(jump.focus.at(-1), /^textbox, 总额 年度资金申请总额, 486\.5, 必须修改 .*各项来源合计为 .*invalid, required$/);

    await tabTo(page, cell('fund.fiscal.year'));
    await page.press('Control+a');
    await page.type('450');
    await page.press('Tab');
    await page.waitFor((total) => !document.querySelector(total).hasAttribute('aria-invalid'), cell('fund.total.year'));
    await tabTo(page, action('check'), 'Shift+Tab');
    const again = await listen(page, async () => {
      await page.press('Enter');
      await page.waitFor('[data-verdict^="accepted"]');
      await page.waitFor(focused, '#problems');
    });
    assert.match(again.live.at(-1), /^polite: 检查完毕：通过。必须修改 0 处，/);
    assert.deepEqual(await page.errors(), []);
  }));

test('a dialog says what it is, holds the reading inside and gives the place back', () =>
  withPage('chromium', {}, async (page) => {
    await openPage(page, mistyped());
    await page.click(action('check'));
    await page.waitFor('[data-verdict="rejected"]');
    await tabTo(page, `.problems ${action('why')}`);
    const opened = await listen(page, async () => {
      await page.press('Enter');
      await page.waitFor('#dialog');
      await page.waitFor(focused, '#dialog');
    });
    assert.match(opened.focus.at(-1), /^dialog, .+, modal$/);
    assert.equal(await page.evaluate(() => document.querySelector('.bar').closest('[inert]') !== null), true, 'nothing behind it is in reach');
    // Round and round, and never out of it.
    for (let step = 0; step < 6; step += 1) {
      await page.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.closest('#dialog') !== null), true, `${step + 1} times Tab`);
    }
    const closed = await listen(page, async () => {
      await page.press('Escape');
      await page.waitFor(() => !document.getElementById('dialog'));
      await page.waitFor(focused, `.problems ${action('why')}`);
    });
    assert.match(closed.focus.at(-1), /^button, 为什么/);
    assert.equal(await page.count('[inert]'), 0);
  }));

test('a declaration is checked and handed in by ear', () =>
  withPage('chromium', {}, async (page) => {
    await openPage(page, JSON.parse(readFileSync(join(root, 'tests/documents/declaration-2021.json'), 'utf8')));
    await tabTo(page, action('check'));
    const check = await listen(page, async () => {
      await page.press('Enter');
      await page.waitFor('[data-verdict^="accepted"]');
      await page.waitFor(focused, '#problems');
    });
    assert.deepEqual(check.live, ['polite: 检查完毕：通过。必须修改 0 处，建议修改 0 处，提示 0 处。']);

    // The steps say how far each of them is.
    has(await readAll(page, '.tasks'), [
      'heading, 填报步骤, level 2',
      '5/5 部分已完成',
      'listitem, level 1, position 1, set size 7',
      'button, 单位与项目 已完成',
      'button, 绩效指标 已完成',
      'button, 检查与得分',
      'button, 报送',
    ]);
    await tabTo(page, action('hand-in'));
    const arrived = await listen(page, async () => {
      await page.press('Enter');
      await page.waitFor(action('pack'));
      await page.waitFor(() => document.activeElement?.matches('h1'));
    });
    assert.equal(arrived.focus.at(-1), 'heading, 报送, level 1');

    const hearing = [
      'heading, 报送, level 1',
      '通过',
      /^回执码 [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/,
      'heading, 佐证材料, level 2',
      'button, 添加文件',
      'heading, 报送包, level 2',
      'button, 制作报送包',
      '摘要和回执码能证明内容没有变动，不能证明是谁填报、谁报送的。',
      'heading, 其他, level 2',
      'button, 保存文件',
      'button, 打印',
    ];
    has(await readAll(page, 'main.middle'), hearing);

    await tabTo(page, action('pack'));
    const packed = await listen(page, async () => {
      await page.download(() => page.press('Enter'));
      await page.waitFor('[data-bundle="even"]');
    });
    assert.match(packed.live.at(-1), /^polite: 已制成 农村公路安全防护工程-2026-报送包\.zip：.*回执码 [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}。$/);
    await page.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.textContent), /^加密传送（可选）/, 'one goes on from where the bundle is told');
    await page.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'save-file', 'one goes on from where the bundle is told');
    assert.deepEqual(await page.errors(), []);
  }));
