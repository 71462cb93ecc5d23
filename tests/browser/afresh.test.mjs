// After a key only that is drawn again which changed. Whatever was done, the page must then say what it says of the same
// document opened afresh: same texts, same attributes, same order.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { ready, withPage } from './drivers.mjs';
import { action, cell, rowCell, rowIds } from './filling.mjs';

needed(dist);

const ROUNDS = 3;
const EDITS = 30;
const ROWS = 40;
const TEXTS = ['', '≥100%', '≤3.5万元', '985米', '合理', '9月前', '第二段验收合格率', '12', '0起'];

/** The same numbers in every run, by mulberry32. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One thing that a person does; gives what it was, for the message of a failure. */
async function edit(page, random) {
  const ids = await rowIds(page);
  const row = ids[random(ids.length)];
  const columns = await page.evaluate((row) => [...document.querySelectorAll(`textarea[data-row="${row}"]`)].map((input) => input.dataset.col), row);
  const column = columns[random(columns.length)];
  const text = TEXTS[random(TEXTS.length)];
  switch (random(8)) {
    case 0: {
      await page.click(rowCell(row, column));
      const tool = ['row-below', 'row-copy', 'row-up', 'row-down', 'fill-down', 'row-remove'][random(6)];
      if (await page.evaluate((tool) => document.querySelector(`[data-action="${tool}"]`).disabled, tool)) return `${tool} that rests`;
      await page.click(action(tool));
      return `${tool} at ${row}.${column}`;
    }
    case 1: {
      const back = random(3) > 0 ? 'undo' : 'redo';
      if (await page.evaluate((back) => document.querySelector(`[data-action="${back}"]`).disabled, back)) return `${back} that rests`;
      await page.click(action(back));
      return back;
    }
    case 2: {
      const field = ['project-name', 'year-goal', 'department'][random(3)];
      await page.retype(cell(field), text || '青石镇');
      return `${field} = ${text}`;
    }
    case 3:
      await page.choose(rowCell(row, 'level-1'), ['产出指标', '效益指标', '成本指标'][random(3)]);
      return `${row}.level-1`;
    default:
      await page.retype(rowCell(row, column), text);
      return `${row}.${column} = ${text}`;
  }
}

/** In the page: sheet and problems as lines, without what tells where the person is and what was understood just now. */
function said() {
  const lines = [];
  const skipped = '.echo, .tools, .rows-here, .hint, .unit-switch, .problems-head';
  const walk = (element, depth) => {
    if (element.matches(skipped)) return;
    const attributes = [...element.attributes].map(({ name, value }) => {
      if (name === 'style' || name === 'aria-pressed') return '';
      if (name === 'class') return `class=${value.split(/\s+/).filter((word) => word && word !== 'is-current').join(' ')}`;
      if (name === 'aria-describedby') {
        const ids = value.split(' ').filter((id) => !id.endsWith(':echo'));
        return ids.length ? `${name}=${ids.join(' ')}` : '';
      }
      return `${name}=${value}`;
    });
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('');
    const value = 'value' in element && element.matches('input, textarea, select') ? ` «${element.value}»` : '';
    lines.push(`${' '.repeat(depth)}${element.tagName} ${attributes.filter(Boolean).sort().join(' ')} ${own}${value}`);
    for (const child of element.children) walk(child, depth + 1);
  };
  for (const part of document.querySelectorAll('#sheet, aside.problems')) walk(part, 0);
  return lines;
}

/** Checked, with the focus nowhere in the sheet and the draft kept. */
async function settled(page) {
  await page.click(action('check'));
  await page.waitFor('[data-verdict]');
  await page.waitFor('[data-state="saved"]');
  // A row has its offers once somebody came to it.
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('tr[data-row-id]')) row.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  });
  return page.evaluate(said);
}

function table() {
  const document = JSON.parse(readFileSync(join(root, 'tests/documents/declaration-2021.json'), 'utf8'));
  const rows = document.tables.indicators;
  document.id = `${document.id}-afresh`;
  document.tables.indicators = Array.from({ length: ROWS }, (_, at) => ({ ...rows[at % rows.length], id: `r${at + 1}` }));
  return document;
}

test('a page that was worked on says what it says of the same document opened afresh', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jibiao-afresh-')), 'table.json');
  writeFileSync(file, JSON.stringify(table()));
  await withPage('chromium', {}, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.setFiles('#file-picker', file);
    await page.waitFor(cell('project-name'));
    await settled(page);
    const random = chance(20_261_122);
    for (let round = 0; round < ROUNDS; round += 1) {
      const done = [];
      for (let count = 0; count < EDITS; count += 1) done.push(await edit(page, random));
      const worked = await settled(page);
      await page.reload();
      await page.waitFor(cell('project-name'));
      assert.deepEqual(worked, await settled(page), `after ${done.join('; ')}`);
    }
  });
});
