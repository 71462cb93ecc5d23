// Our page beside form libraries, on the same work, in one run:
//
//   JIBIAO_PEERS=FOLDER node tests/bench/peers.mjs
//
// The folder holds built pages NAME.js with NAME.css. Such a page shows a declaration of as many rows as ?rows= says, sets
// window.__ready (ms since navigation) when a row can be typed into and two frames have passed, window.__target() gives
// that field, and window.__key gets {dom, frame} for every key that changed a finding.
//
// Ours opens from disk with a draft of the same rows that this browser keeps, which is more than those pages do: it reads
// the draft from storage, too. Keys: one that makes a finding and one that
// mends it. Each page is loaded anew.
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready, withPage } from '../browser/drivers.mjs';
import { action, exported, rowCell, startForm } from '../browser/filling.mjs';

const folder = process.env.JIBIAO_PEERS;
if (!folder) {
  console.log('beside form libraries: left out, JIBIAO_PEERS names no folder with their pages');
  process.exit(0);
}
const LOADS = 5;
const KEYS = 4;
const ROWS = [12, 200];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Four keys in a field of a row: typed and taken back, which makes a finding and mends it. Gives their times. */
async function keys(page, place, text) {
  for (let key = 0; key < KEYS; key += 1) {
    const so_far = await page.evaluate(() => window.__key.length);
    await page.evaluate(() => window.__target()?.focus());
    if (key % 2 === 0) {
      for (const press of place) await page.press(press);
      await page.type(text);
    } else {
      await page.press('Backspace');
    }
    await page.waitFor((count) => window.__key.length > count, so_far);
  }
  return (await page.evaluate(() => window.__key)).filter(Boolean);
}

async function peer(name, base, rows) {
  const loads = [];
  const dom = [];
  for (let load = 0; load < LOADS; load += 1) {
    await withPage('chromium', {}, async (page) => {
      await page.goto(`${base}/${name}.html?rows=${rows}`);
      await page.waitFor(() => window.__ready);
      loads.push(await page.evaluate(() => window.__ready));
      dom.push(...(await keys(page, ['End'], 'x')).map((key) => key.dom));
    });
  }
  return { load: median(loads), key: median(dom) };
}

/** In our page: the time from a key to the first change of the findings, as the other pages take it. */
function watch(selector) {
  window.__target = () => document.querySelector(selector);
  window.__key = [];
  const findings = () => [...document.querySelectorAll('[data-rule]')].map((found) => found.textContent).join('');
  addEventListener('keydown', (event) => {
    const before = findings();
    const observer = new MutationObserver(() => {
      if (findings() === before) return;
      observer.disconnect();
      const dom = performance.now() - event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => window.__key.push({ dom, frame: performance.now() - event.timeStamp })));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  }, true);
}

async function ours(rows) {
  const loads = [];
  const dom = [];
  const target = rowCell('r4', 'target');
  await withPage('chromium', { initScript: arrival }, async (page) => {
    await startForm(page, 'project-declaration-2021');
    const { upload } = await exported(page);
    const file = join(mkdtempSync(join(tmpdir(), 'jibiao-')), `${rows}.json`);
    writeFileSync(file, JSON.stringify(table(upload.document, rows)));
    await page.setFiles('#file-picker', file);
    await page.waitFor((selector) => document.querySelector(selector)?.value, target);
    await page.waitFor('[data-state="saved"]');
    const address = await page.evaluate(() => location.href);
    for (let load = 0; load < LOADS; load += 1) {
      // Another address in between, so that the page is really left.
      await page.goto('about:blank');
      await page.goto(address);
      loads.push(await page.waitFor(() => window.__arrived));
      await page.waitFor(ready);
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      await page.evaluate(watch, target);
      // ≥95% becomes ≥995%.
      dom.push(...(await keys(page, ['Home', 'ArrowRight'], '9')).map((key) => key.dom));
    }
  });
  return { load: median(loads), key: median(dom) };
}

/** In our page before its scripts: when the fourth row can be typed into and two frames have passed. */
function arrival() {
  const look = setInterval(() => {
    if (!document.querySelector('[data-row="r4"][data-col="target"]')) return;
    clearInterval(look);
    requestAnimationFrame(() => requestAnimationFrame(() => (window.__arrived = performance.now())));
  }, 2);
}

/** A declaration with `rows` sound rows. */
function table(document, rows) {
  const row = (index) => ({
    id: `r${index + 1}`,
    cells: {
      'level-1': '产出指标', 'level-2': '质量指标', 'level-3': `第${index + 1}段验收合格率`, target: '≥95%',
    },
  });
  return {
    ...document,
    id: `bench-${rows}`,
    cells: { year: '2026', 'project-name': '青石镇村道硬化', 'year-goal': '硬化村道12公里，验收合格率95%以上。' },
    tables: { indicators: Array.from({ length: rows }, (_, index) => row(index)) },
  };
}

const frame = (name) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">` +
  `<link rel="stylesheet" href="/${name}.css"><body><div id="app"></div><script src="/${name}.js"></script></body></html>`;
const server = createServer((request, response) => {
  const file = new URL(request.url, 'http://localhost').pathname.slice(1);
  if (!/^[\w-]+\.(html|js|css)$/.test(file)) return response.writeHead(404).end();
  const type = { html: 'text/html', js: 'text/javascript', css: 'text/css' }[file.split('.').pop()];
  response.setHeader('content-type', `${type}; charset=utf-8`);
  if (file.endsWith('.html')) return response.end(frame(file.slice(0, -5)));
  const path = join(folder, file);
  return existsSync(path) ? response.end(readFileSync(path)) : response.writeHead(404).end();
});
server.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const base = `http://127.0.0.1:${server.address().port}`;
const names = readdirSync(folder).filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -3));
try {
  for (const rows of ROWS) {
    const own = await ours(rows);
    const line = (name, { load, key }) =>
      `${String(rows).padStart(3)} rows  ${name.padEnd(16)} open ${load.toFixed(0).padStart(5)} ms (${(load / own.load).toFixed(2)}x)` +
      `  key ${key.toFixed(1).padStart(6)} ms (${(key / own.key).toFixed(2)}x)`;
    console.log(line('ours', own));
    for (const name of names) {
      try {
        console.log(line(name, await peer(name, base, rows)));
      } catch (error) {
        console.log(`${String(rows).padStart(3)} rows  ${name.padEnd(16)} ${error.message.split('\n')[0]}`);
      }
    }
  }
} finally {
  server.close();
}
