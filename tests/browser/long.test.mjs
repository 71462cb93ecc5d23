// What is put off when a long table is opened, and is there when somebody comes to it: the offers of choices, and the rows
// below the first picture.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { rowCell } from './filling.mjs';

needed(dist);

const folder = mkdtempSync(join(tmpdir(), 'jibiao-long-'));

/** The page with a file of so many rows just chosen, and what is done as soon as the first of them is there. */
async function choose(page, rows, atOnce) {
  const document = JSON.parse(readFileSync(join(root, 'tests/documents/declaration-2021.json'), 'utf8'));
  const row = (at) => ({ id: `r${at}`, cells: { 'level-1': '产出指标', 'level-2': '质量指标', 'level-3': `第${at}段合格率`, target: '≥90%' } });
  document.tables.indicators = Array.from({ length: rows }, (_, at) => row(at + 1));
  const file = join(folder, `${page.engine}.json`);
  writeFileSync(file, JSON.stringify(document));
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor('[data-empty], [data-draft]');
  await page.evaluate(`(${watch})(${atOnce})`);
  await page.setFiles('#file-picker', file);
  return page.waitFor(() => window.__rows?.length === 2 && window.__rows);
}

/** In the page: how many rows it has when the first is there, and right after what was done then. */
function watch(atOnce) {
  const rows = () => document.querySelectorAll('tr[data-row-id]').length;
  new MutationObserver(() => {
    if (window.__rows || !rows()) return;
    window.__rows = [rows()];
    atOnce?.();
    // After what the page had still to do itself, and before it draws on.
    setTimeout(() => window.__rows.push(rows()));
  }).observe(document.body, { subtree: true, childList: true });
}

const offered = (page, selector) =>
  page.evaluate((selector) => [...document.querySelector(selector).options].map((option) => option.label), selector);
const ONES = ['请选择', '成本指标', '产出指标', '效益指标', '满意度指标', '其他（自行填写）'];
const TWOS = ['请选择', '数量指标', '质量指标', '时效指标', '其他（自行填写）'];

for (const engine of ENGINES) {
  test(`${engine}: a long table begins with what a screen holds, and the other rows follow by themselves, in their order`, () =>
    withPage(engine, {}, async (page) => {
      const [first] = await choose(page, 400);
      assert.ok(first >= 60 && first < 100, `${first} rows`);
      await page.waitFor(() => document.querySelectorAll('tr[data-row-id]').length === 400);
      const ids = await page.evaluate(() => [...document.querySelectorAll('tr[data-row-id]')].map((row) => row.dataset.rowId));
      assert.deepEqual(ids, Array.from({ length: 400 }, (_, at) => `r${at + 1}`));
      assert.equal(await page.value(rowCell('r400', 'level-3')), '第400段合格率');
      assert.equal(await page.value(rowCell('r400', 'level-2')), '质量指标');
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: a table of middle length is there at once`, () =>
    withPage(engine, {}, async (page) => assert.deepEqual(await choose(page, 150), [150, 150])));

  test(`${engine}: who prints before all rows are drawn prints all of them`, () =>
    withPage(engine, {}, async (page) => {
      const [first, then] = await choose(page, 400, () => window.dispatchEvent(new Event('beforeprint')));
      assert.ok(first < 100);
      assert.equal(then, 400);
    }));

  test(`${engine}: who is sent somewhere before all rows are drawn finds all of them`, () =>
    withPage(engine, {}, async (page) => {
      const [first, then] = await choose(page, 400, () => document.querySelector('[data-action="check"]').click());
      assert.ok(first < 100);
      assert.equal(then, 400);
      await page.waitFor('[data-verdict]');
    }));

  test(`${engine}: a choice holds what was chosen, and offers everything to whoever comes to its row`, () =>
    withPage(engine, {}, async (page) => {
      await choose(page, 3);
      assert.deepEqual(await offered(page, rowCell('r2', 'level-1')), ['产出指标']);
      assert.deepEqual(await offered(page, rowCell('r2', 'level-2')), ['质量指标']);

      await page.click(rowCell('r2', 'level-3'));
      await page.press('Shift+Tab');
      assert.equal(await page.evaluate(() => document.activeElement.dataset.col), 'level-2');
      assert.deepEqual(await offered(page, rowCell('r2', 'level-1')), ONES);
      assert.deepEqual(await offered(page, rowCell('r2', 'level-2')), TWOS);
      assert.equal(await page.value(rowCell('r2', 'level-2')), '质量指标');
      // The nearest: a pointer that is pressed on it finds all offers before the list opens.
      const pressed = await page.evaluate((selector) => {
        const select = document.querySelector(selector);
        select.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        return Promise.resolve().then(() => [select.options.length, select.value]);
      }, rowCell('r3', 'level-1'));
      assert.deepEqual(pressed, [ONES.length, '产出指标']);
      assert.deepEqual(await offered(page, rowCell('r1', 'level-1')), ['产出指标'], 'nobody has been there');
    }));

  test(`${engine}: a choice that nobody came to follows undo, and keys choose in it`, () =>
    withPage(engine, {}, async (page) => {
      await choose(page, 3);
      await page.click(rowCell('r2', 'level-3'));
      await page.press('Shift+Tab');
      await page.press('ArrowDown');
      await page.waitFor((selector) => document.querySelector(selector).value === '时效指标', rowCell('r2', 'level-2'));
      await page.press('Control+z');
      await page.waitFor((selector) => document.querySelector(selector).value === '质量指标', rowCell('r2', 'level-2'));
    }));
}
