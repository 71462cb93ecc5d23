// 50 MB of evidence in a bundle, beside JSZip with SHA-256 by the browser, in one page: half of it noise like scans, half
// text. Ours makes three digests of everything, two of them by the browser, and reads the bundle back before it is given
// out; the other makes one.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { ready, withPage } from '../browser/drivers.mjs';
import { action, cell } from '../browser/filling.mjs';
import { root, singleFile } from '../tools.mjs';

const FILES = 10;
const LENGTH = 5_000_000;
const ROUNDS = 3;
const jszip = readFileSync(createRequire(import.meta.url).resolve('jszip/dist/jszip.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-'));

function evidence(at) {
  const bytes = Buffer.alloc(LENGTH);
  if (at % 2) {
    for (let byte = 0, state = at; byte < LENGTH; byte += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      bytes[byte] = state >>> 24;
    }
  } else {
    const lines = Array.from({ length: 5_000 }, (_, line) => `第${line}段 合格率 ≥${(line * 7919) % 100}% 完成 ${(line * 104729) % 1000} 公里`);
    bytes.fill(lines.join('\n'));
  }
  return bytes;
}

const paths = Array.from({ length: FILES }, (_, at) => {
  const path = join(folder, `附件${at}.bin`);
  writeFileSync(path, evidence(at));
  return path;
});
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** In the page: from the press to the file that is offered. */
const ours = () =>
  new Promise((resolve) => {
    const from = performance.now();
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click;
      resolve(performance.now() - from);
    };
    document.querySelector('[data-action="pack"]').click();
  });

/** In the page: files to a zip, with a SHA-256 of each. */
const theirs = async (level) => {
  const from = performance.now();
  const zip = new window.JSZip();
  const lines = [];
  for (const file of window.__kept) {
    const bytes = await file.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    lines.push([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') + '  data/' + file.name);
    zip.file('data/' + file.name, bytes);
  }
  zip.file('manifest-sha256.txt', lines.join('\n'));
  const how = level ? { compression: 'DEFLATE', compressionOptions: { level } } : { compression: 'STORE' };
  await zip.generateAsync({ type: 'blob', ...how });
  return performance.now() - from;
};

await withPage('chromium', {}, async (page) => {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.setFiles('#file-picker', join(root, 'tests/documents/declaration-2021.json'));
  await page.waitFor(cell('project-name'));
  await page.click(action('hand-in'));
  await page.waitFor(action('pack'));
  await page.run(`(() => { const module = { exports: {} }, exports = module.exports; ${jszip}; window.JSZip = module.exports; })()`);
  // The page empties the field when it has taken the files.
  await page.evaluate(() => {
    const keep = ({ target }) => target.files?.length && (window.__kept = [...target.files]);
    document.addEventListener('input', keep, true);
    document.addEventListener('change', keep, true);
  });
  await page.setFiles('#attachment-picker', paths);
  await page.waitFor(`[data-attachments="${FILES}"]`);
  const times = { 'bundle, read back': [], 'JSZip stored + SHA-256': [], 'JSZip level 6 + SHA-256': [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times['bundle, read back'].push(await page.evaluate(ours));
    await page.waitFor('[data-bundle="even"]');
    times['JSZip stored + SHA-256'].push(await page.evaluate(theirs, 0));
    times['JSZip level 6 + SHA-256'].push(await page.evaluate(theirs, 6));
  }
  const own = median(times['bundle, read back']);
  for (const [name, all] of Object.entries(times)) {
    console.log(`${FILES * LENGTH / 1e6} MB, ${name.padEnd(24)} ${median(all).toFixed(0).padStart(6)} ms (${(median(all) / own).toFixed(2)}x)`);
  }
});
