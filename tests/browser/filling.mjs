// Filling a form as a person does: with the keyboard, cell after cell.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { singleFile } from '../tools.mjs';
import { ready } from './drivers.mjs';

export const cell = (id) => `[data-cell="${id}"]`;
export const action = (name) => `[data-action="${name}"]`;

/** Opens the single file from disk and starts a form. */
export async function startForm(page, form) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  // The list of drafts pushes the forms down when it comes.
  await page.waitFor('[data-empty], [data-draft]');
  await begin(page, form);
  await page.waitFor(cell('project-name'));
}

/** Begins a form from the list of drafts; with drafts in it, the forms are a press away. */
export async function begin(page, form) {
  const folded = await page.evaluate(() => document.querySelector('[data-action="begin"]')?.getAttribute('aria-expanded') === 'false');
  if (folded) await page.click(action('begin'));
  await page.click(action(`new:${form}`));
}

/** Types every cell of a form and every row of its table; `work` holds texts by cell id and by column id. */
export async function fill(page, work) {
  for (const [id, text] of Object.entries(work.cells)) await enter(page, cell(id), text);
  const split = work.rows.some((row) => 'operator' in row || 'unit' in row);
  if (split && (await page.count('[data-col="operator"]')) === 0) await page.click(action('split'));
  for (const [index, row] of work.rows.entries()) {
    while ((await page.count('[data-row][data-col="level-3"]')) <= index) await page.click('#add\\:indicators');
    const id = (await rowIds(page))[index];
    for (const [column, text] of Object.entries(row)) await enter(page, rowCell(id, column), text);
  }
  // Leaving the last cell is what stores it at the latest.
  await page.press('Tab');
}

/** Types into a field, or chooses from a list. */
async function enter(page, selector, text) {
  const list = await page.evaluate((selector) => document.querySelector(selector)?.tagName === 'SELECT', selector);
  await (list ? page.choose(selector, text) : page.retype(selector, text));
}

export const rowCell = (row, column) => `[data-row="${row}"][data-col="${column}"]`;

export const rowIds = (page) =>
  page.evaluate(() => [...document.querySelectorAll('[data-row][data-col="level-3"]')].map((input) => input.dataset.row));

/** The document as the page would hand it in. */
export async function exported(page) {
  await page.click(action('results'));
  await page.waitFor(action('export-upload'));
  const file = await page.download(() => page.click(action('export-upload')));
  return { name: file.name, upload: JSON.parse(file.text) };
}

/** That every text typed stands in the document, as typed. */
export function assertHolds(document, work) {
  for (const [id, text] of Object.entries(work.cells)) assert.equal(document.cells[id] ?? '', text, id);
  const rows = document.tables.indicators;
  assert.equal(rows.length, work.rows.length);
  for (const [index, row] of work.rows.entries()) {
    for (const [column, text] of Object.entries(row)) {
      assert.equal(rows[index].cells[column] ?? '', text, `row ${index + 1}, ${column}`);
    }
  }
}

const shared = process.env.JIBIAO_SHARED ?? join(import.meta.dirname, '../../../shared');

/**
 * A published table that lies beside the project, where it does. Not a part of the project: a clone alone says so and
 * goes on; where CI is set its absence is a failure.
 */
export function published(name, test) {
  const path = join(shared, 'data/real', `${name}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  if (process.env.CI) throw new Error(`${path} is not here, and CI must not skip it`);
  test.skip(`${name} is not here: skipped`);
  return null;
}

/** A row as it is typed where sign and unit have no column of their own: `≧735人次`. */
export function joinedRow(row) {
  return { ...printedRow({ ...row, op: null, unit: null }), target: `${row.op ?? ''}${row.target}${row.unit ?? ''}` };
}

/** Texts of a row as printed; blank cells are left out. */
export function printedRow(row) {
  const columns = { 'level-1': 'l1', 'level-2': 'l2', 'level-3': 'l3', operator: 'op', target: 'target', unit: 'unit', actual: 'actual', weight: 'weight', score: 'score' };
  const texts = Object.entries(columns).map(([column, key]) => [column, row[key]]);
  return Object.fromEntries(texts.filter(([, text]) => text !== null && text !== undefined).map(([column, text]) => [column, String(text)]));
}
