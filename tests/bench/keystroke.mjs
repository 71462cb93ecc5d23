// From a key to the changed message in the page, in tables of 12 and 200 rows that were checked before.
// Budget: 8 ms for 95 of 100 keys at 200 rows.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready, withPage } from '../browser/drivers.mjs';
import { action, cell, exported, rowCell, startForm } from '../browser/filling.mjs';

const KEYS = 60;
const WARM_UP = 10;
const BUDGET = 8;
const folder = mkdtempSync(join(tmpdir(), 'jibiao-'));

for (const engine of ['chromium', 'chromium86']) {
  for (const rows of [12, 200]) {
    await withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      const { upload } = await exported(page);
      const file = join(folder, `${rows}.json`);
      writeFileSync(file, JSON.stringify(table(upload.document, rows)));
      await page.setFiles('#file-picker', file);
      await page.waitFor((selector) => document.querySelector(selector)?.value === '青石镇村道硬化', cell('project-name'));
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      const target = rowCell(`r${Math.ceil(rows / 2)}`, 'target');
      await page.click(target);
      await page.press('Home');
      await page.press('ArrowRight');
      await page.evaluate(watch);
      for (let key = 0; key < KEYS + WARM_UP; key += 1) {
        await page.type(String((key % 9) + 1));
        await page.waitFor((count) => window.__keys.length > count, key);
      }
      const times = (await page.evaluate(() => window.__keys)).slice(WARM_UP).sort((a, b) => a - b);
      const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
      const verdict = rows === 200 ? `, ${at(0.95) <= BUDGET ? 'within' : 'OVER'} the budget of ${BUDGET}` : '';
      console.log(
        `key to message, ${engine.padEnd(10)} ${String(rows).padStart(3)} rows: median ${at(0.5).toFixed(1)}, ` +
          `p95 ${at(0.95).toFixed(1)} ms of ${times.length} keys${verdict}`,
      );
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

/** In the page: for each key, the time until the last change that its task and the tasks it started made to the page. */
function watch() {
  window.__keys = [];
  let pressed = 0;
  let changed = 0;
  document.addEventListener('keydown', () => (pressed = performance.now()), true);
  new MutationObserver(() => (changed = performance.now())).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
  document.addEventListener('input', () => {
    // Two frames later everything that the key set off has been drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => window.__keys.push(Math.max(0, changed - pressed))));
  }, true);
}
