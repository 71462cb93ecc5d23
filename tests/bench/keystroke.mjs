// From a key to the changed message in the page, in tables of 12, 200 and 500 rows that were checked before: until the last
// change that the key's own task made, and until the picture with it is painted. Beside that, from a file chosen to the
// first painted picture of the table, which holds more rows than a screen, and until all rows are painted. Budgets for 95 of
// 100 keys: 4 ms at 12 rows, 8 ms at 500; for the first picture of 500 rows: 400 ms.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready, withPage } from '../browser/drivers.mjs';
import { action, cell, exported, rowCell, startForm } from '../browser/filling.mjs';

const KEYS = 60;
const WARM_UP = 10;
const BUDGETS = { 12: 4, 500: 8 };
const OPENING = { 500: 400 };
const folder = mkdtempSync(join(tmpdir(), 'jibiao-'));

for (const engine of ['chromium', 'chromium86']) {
  for (const rows of [12, 200, 500]) {
    await withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      const { upload } = await exported(page);
      const file = join(folder, `${rows}.json`);
      writeFileSync(file, JSON.stringify(table(upload.document, rows)));
      const target = rowCell(`r${Math.ceil(rows / 2)}`, 'target');
      await page.evaluate(watchOpening, rowCell('r1', 'target'), rowCell(`r${rows}`, 'target'));
      await page.setFiles('#file-picker', file);
      const { first, all: whole } = await page.waitFor(() => window.__opened?.all && window.__opened);
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      await page.click(target);
      await page.press('Home');
      await page.press('ArrowRight');
      await page.evaluate(watch);
      for (let key = 0; key < KEYS + WARM_UP; key += 1) {
        await page.type(String((key % 9) + 1));
        await page.waitFor((count) => window.__keys.length > count, key);
      }
      const all = (await page.evaluate(() => window.__keys)).slice(WARM_UP);
      const at = (kind, share) => {
        const times = all.map((key) => key[kind]).sort((a, b) => a - b);
        return times[Math.min(times.length - 1, Math.floor(times.length * share))];
      };
      const verdict = (value, budget) => (budget ? ` (${value <= budget ? 'within' : 'OVER'} the budget of ${budget})` : '');
      console.log(
        `key to message, ${engine.padEnd(10)} ${String(rows).padStart(3)} rows: median ${at('changed', 0.5).toFixed(1)}, ` +
          `p95 ${at('changed', 0.95).toFixed(1)} ms of ${all.length} keys${verdict(at('changed', 0.95), BUDGETS[rows])}; ` +
          `painted: median ${at('painted', 0.5).toFixed(1)}, p95 ${at('painted', 0.95).toFixed(1)} ms`,
      );
      console.log(`file to table,  ${engine.padEnd(10)} ${String(rows).padStart(3)} rows: first picture ${first.toFixed(0)} ms${verdict(first, OPENING[rows])}, all rows ${whole.toFixed(0)} ms`);
    });
  }
}

/** A rate of ≥100% in every row: each key changes the words of a finding. */
function table(document, rows) {
  const row = (index) => ({
    id: `r${index + 1}`,
    cells: { 'level-1': '产出指标', 'level-2': '质量指标', 'level-3': `第${index + 1}段验收合格率`, target: '≥100%' },
  });
  return {
    ...document,
    id: `bench-${rows}`,
    cells: { year: '2026', 'project-name': '青石镇村道硬化', 'year-goal': '硬化村道12公里，验收合格率100%。' },
    tables: { indicators: Array.from({ length: rows }, (_, index) => row(index)) },
  };
}

/** In the page: from a file chosen to the pictures with the first and the last of its rows. */
function watchOpening(first, last) {
  let chosen = 0;
  window.__opened = {};
  document.getElementById('file-picker').addEventListener('change', () => (chosen = performance.now()), true);
  const look = (row, kind) => {
    if (!chosen || document.querySelector(row)?.value !== '≥100%') return requestAnimationFrame(() => look(row, kind));
    return requestAnimationFrame(() => setTimeout(() => (window.__opened[kind] = performance.now() - chosen)));
  };
  look(first, 'first');
  look(last, 'all');
}

/** In the page: for each key, the time until the last change that its task made to the page, and until that was painted. */
function watch() {
  window.__keys = [];
  let pressed = 0;
  let changed = 0;
  document.addEventListener('keydown', () => (pressed = performance.now()), true);
  new MutationObserver(() => (changed = performance.now())).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
  const next = new MessageChannel();
  let key = null;
  // The task after that of the key; what else the page does meanwhile, such as keeping the draft, is no part of it.
  next.port1.onmessage = () => (key.changed = Math.max(0, changed - pressed));
  document.addEventListener('input', () => {
    key = {};
    next.port2.postMessage(0);
    requestAnimationFrame(() => setTimeout(() => {
      key.painted = performance.now() - pressed;
      // Keys come one by one, as people press them.
      requestAnimationFrame(() => requestAnimationFrame(() => window.__keys.push(key)));
    }));
  }, true);
}
