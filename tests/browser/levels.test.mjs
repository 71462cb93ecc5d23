// A long table: the level that it is scrolled to stays in sight, and rows of one level are brought together.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed, root } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, withPage } from './drivers.mjs';
import { action, rowCell, rowIds, startForm } from './filling.mjs';
import { openPage } from './states.mjs';

needed(dist);

/** A self-evaluation with its nine rows five times over. */
function long() {
  const document = JSON.parse(readFileSync(join(root, 'tests/documents/self-evaluation-2015.json'), 'utf8'));
  const rows = document.tables.indicators;
  document.tables.indicators = [0, 1, 2, 3, 4].flatMap((times) => rows.map((row) => ({ ...row, id: `${row.id}-${times}`, cells: { ...row.cells } })));
  return document;
}

/** The line under the head of the table, and where it stands. */
const line = () => {
  const line = document.querySelector('.rows-here');
  if (!line) return null;
  const [box, table, head] = [line, line.closest('table'), line.closest('thead')].map((element) => element.getBoundingClientRect());
  const near = (a, b) => Math.abs(a - b) < 2;
  return {
    text: line.textContent,
    fits: near(box.left, table.left) && near(box.right, table.right) && near(box.top, head.bottom),
    // The first row that is not covered.
    row: document.elementFromPoint(table.left + 8, box.bottom + 2).closest('tr').dataset.rowId,
  };
};

const levels = (page) => page.evaluate(() => [...document.querySelectorAll('[data-row][data-col="level-1"]')].map((input) => input.value));

for (const engine of ENGINES) {
  test(`${engine}: the level of the first row in sight stands under the head of a long table, with its rows and points`, () =>
    withPage(engine, { viewport: { width: 1366, height: 768 } }, async (page) => {
      await openPage(page, long());
      assert.equal((await page.evaluate(line)) ?? null, null, 'the table has not been scrolled');
      const scrollTo = (row) => page.evaluate((row) => document.querySelector(`tr[data-row-id="${row}"]`).scrollIntoView({ block: 'center' }), row);
      const ids = await rowIds(page);
      await scrollTo(ids[30]);
      if (engine === 'chromium86') {
        // A head that sticks came later; there the table is as it was before.
        await page.waitFor(() => scrollY > 500);
        assert.equal((await page.evaluate(line)) ?? null, null);
        return;
      }
      await page.waitFor('.rows-here');
      const seen = await page.evaluate(line);
      assert.ok(seen.fits, JSON.stringify(seen));
      const [one, two] = await page.evaluate((row) => ['level-1', 'level-2'].map((column) => document.querySelector(`[data-row="${row}"][data-col="${column}"]`).value), seen.row);
      // 产出 has five of nine rows, 效益 three, 满意度 one; each row was given 10 points five times over.
      const rows = { 产出指标: 25, 效益指标: 15, 满意度指标: 5 }[one];
      const given = { 产出指标: 50, 效益指标: 30, 满意度指标: 10 }[one];
      assert.equal(seen.text, `${one} › ${two}本级 ${rows} 行 · 分值 ${rows * 10}/${given}`);
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitFor(() => !document.querySelector('.rows-here'));
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: rows of one level come together as one step, and the focus stays in its cell`, () =>
    withPage(engine, { viewport: { width: 1366, height: 768 } }, async (page) => {
      await startForm(page, 'project-declaration-2021');
      for (const [at, level] of ['满意度指标', '产出指标', '效益指标', '产出指标'].entries()) {
        await page.click('#add\\:indicators');
        await page.waitFor(rowCell(`r${at + 1}`, 'level-1'));
        await page.choose(rowCell(`r${at + 1}`, 'level-1'), level);
      }
      await page.type(rowCell('r3', 'level-3'), '受益人数');
      await page.click(action('by-level'));
      await page.waitFor(() => document.querySelector('[data-row][data-col="level-3"]').dataset.row === 'r2');
      assert.deepEqual(await levels(page), ['产出指标', '产出指标', '效益指标', '满意度指标']);
      assert.deepEqual(await rowIds(page), ['r2', 'r4', 'r3', 'r1']);
      await page.waitFor((selector) => document.activeElement?.matches(selector), rowCell('r3', 'level-3'));
      await page.keys('增加');
      assert.equal(await page.value(rowCell('r3', 'level-3')), '受益人数增加');
      await page.click(action('by-level'));
      await page.waitFor(() => [...document.querySelectorAll('[role="status"], [aria-live]')].some((said) => said.textContent.includes('已经按级')));
      assert.deepEqual(await rowIds(page), ['r2', 'r4', 'r3', 'r1']);
      await page.click(action('undo'));
      await page.click(action('undo'));
      await page.waitFor(() => document.querySelector('[data-row][data-col="level-3"]').dataset.row === 'r1');
      assert.deepEqual(await rowIds(page), ['r1', 'r2', 'r3', 'r4']);
      assert.equal(await page.value(rowCell('r3', 'level-3')), '受益人数');
      assert.deepEqual(await page.errors(), []);
    }));
}

test('the head stays right under the tools, on one line on an office screen and however many lines they take', () =>
  withPage('chromium', { viewport: { width: 1366, height: 768 } }, async (page) => {
    await openPage(page, long());
    const gap = () => {
      const [tools, head] = ['.tools', '.rows thead'].map((selector) => document.querySelector(selector).getBoundingClientRect());
      return { gap: Math.abs(head.top - tools.bottom), tools: tools.height };
    };
    for (const width of [1366, 1280, 1000, 880]) {
      await page.raw.setViewportSize({ width, height: 768 });
      await page.evaluate(() => document.querySelectorAll('tr.row')[20].scrollIntoView({ block: 'center' }));
      await page.waitFor('.rows-here');
      const seen = await page.evaluate(gap);
      assert.ok(seen.gap < 1, `${width}: ${JSON.stringify(seen)}`);
      if (width === 1366) assert.ok(seen.tools < 45, JSON.stringify(seen));
    }
    assert.deepEqual(await axe(page), []);
    await page.raw.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.rows-here')).display), 'none');
  }));

test('a reason that explains says what it explains, and the browser knows whose name and number are asked for', () =>
  withPage('chromium', {}, async (page) => {
    const document = long();
    document.tables.indicators[0].cells.target = '';
    document.tables.indicators[1].cells.target = '';
    await openPage(page, document);
    await page.click(action('check'));
    await page.waitFor('[data-verdict]');
    const names = await page.evaluate(() => [...document.querySelectorAll('.paper [data-action="why"]')].map((why) => why.getAttribute('aria-label')));
    assert.ok(names.length > 1 && names.every((name) => /^为什么：.{6,}/.test(name)), names.join(' | '));
    const known = await page.evaluate(() => ['prepared-by', 'phone', 'project-name'].map((cell) => window.document.querySelector(`[data-cell="${cell}"]`).autocomplete));
    assert.deepEqual(known, ['name', 'tel', 'off']);
  }));

test('a field that has the focus is printed like any other', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click('[data-cell="project-name"]');
    // By its name: what is not shown in print loses the focus sooner or later.
    const outline = () => page.evaluate(() => getComputedStyle(document.querySelector('[data-cell="project-name"]').closest('.box')).outlineStyle);
    assert.equal(await outline(), 'solid');
    await page.raw.emulateMedia({ media: 'print' });
    assert.equal(await outline(), 'none');
  }));
