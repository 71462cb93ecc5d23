// Two views of one table, amounts in the other unit, points spread, arrows from row to row.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, withPage } from './drivers.mjs';
import { action, cell, rowCell, startForm } from './filling.mjs';

needed(dist);

const seen = (selector) => document.querySelector(selector).getBoundingClientRect().height > 0;
const focused = (selector) => document.activeElement?.matches(selector);

for (const engine of ENGINES) {
  test(`${engine}: a table is filled one row at a time, and the same rows stand in the table`, () =>
    withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      await page.click(action('starter-rows'));
      await page.waitFor(rowCell('r2', 'level-3'));
      await page.click(rowCell('r2', 'level-3'));
      await page.keys('新建村级道路长度');
      await page.click(action('as-cards'));
      await page.waitFor('.is-cards');
      // The row that was worked on is the one in sight, with what was typed.
      await page.waitFor(seen, rowCell('r2', 'level-3'));
      assert.equal(await page.evaluate(seen, rowCell('r1', 'level-3')), false);
      assert.equal(await page.value(rowCell('r2', 'level-3')), '新建村级道路长度');
      assert.match(await page.text('.card-index [aria-current]'), /新建村级道路长度/);

      await page.type(rowCell('r2', 'target'), '≥12公里');
      await page.press('Enter');
      await page.waitFor(focused, rowCell('r3', 'target'));
      // The next card is turned to.
      await page.waitFor(seen, rowCell('r3', 'target'));
      await page.click(action('card-before'));
      await page.waitFor(seen, rowCell('r2', 'target'));

      await page.click(action('as-table'));
      await page.waitFor(() => !document.querySelector('.is-cards'));
      assert.equal(await page.value(rowCell('r2', 'target')), '≥12公里');
      assert.equal(await page.evaluate(seen, rowCell('r1', 'level-3')), true);
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: amounts are looked at in another unit and stay as they were typed`, () =>
    withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      const amount = cell('fund.total.year');
      await page.type(amount, '486.5');
      await page.click(action('other-unit'));
      await page.waitFor('.unit-shown');
      assert.equal(await page.text('.has-shown .shown'), '4,865,000 元');
      assert.equal(await page.value(amount), '486.5');
      await page.retype(amount, '500');
      assert.equal(await page.value(amount), '500');
      await page.click(cell('project-name'));
      await page.waitFor(() => document.querySelector('.has-shown .shown').textContent === '5,000,000 元');
      await page.click(action('other-unit'));
      await page.waitFor(() => !document.querySelector('.shown'));
      assert.equal(await page.value(amount), '500');
      assert.deepEqual(await page.errors(), []);
    }));
}

test('the card in sight is the row that the tools work on, also where that was not typed in', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(action('starter-rows'));
    await page.waitFor(rowCell('r3', 'level-3'));
    await page.click(rowCell('r1', 'level-3'));
    await page.keys('每公里造价');
    await page.click('#row\\:indicators\\:r3');
    await page.waitFor(() => document.querySelector('.tools-row').textContent.includes('3'));
    await page.click(action('as-cards'));
    await page.waitFor(seen, rowCell('r3', 'level-3'));
    assert.equal(await page.evaluate(seen, rowCell('r1', 'level-3')), false);
    assert.match(await page.text('.tools-row'), /第 3 行/);
  }));

test('arrows leave a text only where it ends, and lead to the same cell of the next row', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(action('starter-rows'));
    await page.waitFor(rowCell('r3', 'target'));
    await page.click(rowCell('r1', 'target'));
    await page.keys('90%');
    await page.press('ArrowDown');
    await page.waitFor(focused, rowCell('r2', 'target'));
    await page.press('ArrowUp');
    await page.waitFor(focused, rowCell('r1', 'target'));
    await page.press('Home');
    await page.press('ArrowRight');
    await page.press('ArrowDown');
    assert.equal(await page.evaluate(focused, rowCell('r1', 'target')), true, 'in the middle of a text it moves in the text');
    await page.press('Home');
    await page.press('ArrowUp');
    assert.equal(await page.evaluate(focused, rowCell('r1', 'target')), true, 'there is no row above the first');
  }));

test('a finding in a card that is not in sight turns it up', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(action('starter-rows'));
    await page.waitFor(action('as-cards'));
    await page.click(action('as-cards'));
    await page.click(action('check'));
    await page.waitFor('[data-verdict]');
    const row = () => document.activeElement?.dataset.row;
    // Every row of a table without names is a finding.
    for (let step = 0; step < 60 && (await page.evaluate(row)) !== 'r4'; step += 1) await page.press('F8');
    assert.equal(await page.evaluate(row), 'r4');
    await page.waitFor(seen, rowCell('r4', 'level-3'));
    assert.equal(await page.evaluate(seen, rowCell('r2', 'level-3')), false);
  }));

test('what a level has left is spread over its rows without points, and taken back in one step', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-self-evaluation-2021');
    await page.click(action('starter-rows'));
    await page.waitFor(action('spread'));
    const points = () => page.evaluate(() =>
      [...document.querySelectorAll('[data-col="weight"]')].map((input) => input.value).join(' '));
    const before = await points();
    assert.equal(before.trim(), '');
    await page.click(action('spread'));
    await page.waitFor(() => [...document.querySelectorAll('[data-col="weight"]')].some((input) => input.value !== ''));
    assert.match(await page.text('[data-weights] li'), /20 \/ 20/, 'the first level, 成本指标, has its 20 points');
    await page.click(action('undo'));
    await page.waitFor(() => [...document.querySelectorAll('[data-col="weight"]')].every((input) => input.value === ''));
  }));

test('cards are for everybody: nothing is wrong for assistive technology, wide or narrow, and the choice is kept', () =>
  withPage('chromium', { viewport: { width: 1366, height: 768 } }, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(action('starter-rows'));
    await page.waitFor(action('as-cards'));
    await page.click(action('as-cards'));
    await page.waitFor('.is-cards');
    assert.deepEqual(await axe(page), []);
    await page.click(action('other-unit'));
    assert.deepEqual(await axe(page), []);
    await page.waitFor('[data-state="saved"]');
    await page.click(action('home'));
    await startForm(page, 'project-declaration-2015');
    await page.click(action('starter-rows'));
    await page.waitFor('.is-cards');
  }));
