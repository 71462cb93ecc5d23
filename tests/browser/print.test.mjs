// What comes out of the printer, read from the PDF by a reader that knows nothing of ours (pypdf): A4, the head of a table on
// every page, no row split, every text there once, the receipt at the foot. The page first, then what the command line writes.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { jibiao } from '../schemas/command.mjs';
import { dist, needed, python, root, singleFile } from '../tools.mjs';
import { ready, withPage } from './drivers.mjs';
import { cell } from './filling.mjs';

needed(dist);

const ROWS = 60;
/** A4 in points, to the nearest one. */
const A4 = [595, 842];
const READ = `
import json, sys
from pypdf import PdfReader
pages = PdfReader(sys.argv[1]).pages
print(json.dumps([{"size": [round(float(page.mediabox.width)), round(float(page.mediabox.height))],
                   "text": "".join(page.extract_text().split())} for page in pages]))
`;

/** A worked document with so many rows that they fill pages; each takes several lines, with a mark at its begin and its end. */
function long(name) {
  const document = JSON.parse(readFileSync(join(root, 'tests/documents', name), 'utf8'));
  const [first] = document.tables.indicators;
  const row = (at) => ({
    ...first,
    id: `p${at}`,
    cells: { ...first.cells, 'level-3': `B${at}B${'沿线村道护栏更换与标线重划后的验收合格情况'.repeat(3)}E${at}E` },
  });
  document.tables.indicators = Array.from({ length: ROWS }, (_, at) => row(100 + at));
  document.id = `${document.id}-long`;
  return JSON.stringify(document);
}

async function printed(page) {
  const file = join(mkdtempSync(join(tmpdir(), 'jibiao-print-')), 'form.pdf');
  await page.raw.pdf({ path: file, preferCSSPageSize: true });
  const { status, stdout, stderr } = python(['-c', READ, file], { env: { PYTHONIOENCODING: 'utf-8' } });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** The pages of the table, which comes first; what is found in it and comes behind names rows, too. */
function ofTheTable(pages) {
  const last = pages.findIndex(({ text }) => text.includes(`E${100 + ROWS - 1}E`));
  return pages.slice(0, last + 1);
}

/** Rows whole and once, and where rows are there is the head of their table. */
function assertRows(all, head) {
  const pages = ofTheTable(all);
  for (let at = 100; at < 100 + ROWS; at += 1) {
    const begins = pages.flatMap(({ text }, page) => (text.includes(`B${at}B`) ? [page] : []));
    const ends = pages.flatMap(({ text }, page) => (text.includes(`E${at}E`) ? [page] : []));
    assert.equal(begins.length, 1, `row ${at} begins once`);
    assert.deepEqual(ends, begins, `row ${at} ends on the page it begins on`);
  }
  const holding = pages.filter(({ text }) => /B1\d\dB/.test(text));
  assert.ok(holding.length > 2, `${holding.length} pages hold rows`);
  for (const { text } of holding) assert.ok(text.includes(head), 'the head of the table stands on each page');
}

async function opened(page, document) {
  const file = join(mkdtempSync(join(tmpdir(), 'jibiao-print-')), 'long.json');
  writeFileSync(file, document);
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.setFiles('#file-picker', file);
  await page.waitFor(cell('project-name'));
  await page.waitFor('[data-state="saved"]');
}

for (const [name, size, head] of [
  ['declaration-2021.json', A4, '三级指标'],
  ['self-evaluation-2015.json', [A4[1], A4[0]], '三级指标'],
]) {
  test(`the page prints ${name} on A4 with heads repeated and rows whole`, () =>
    withPage('chromium', {}, async (page) => {
      await opened(page, long(name));
      const pages = await printed(page);
      for (const { size: found } of pages) assert.deepEqual(found, size);
      assertRows(pages, head);
      const all = pages.map(({ text }) => text).join('');
      const receipt = /回执码([0-9A-Z]{4}-){2}[0-9A-Z]{4}/;
      assert.match(all, receipt);
      for (const { text } of pages) assert.match(text, /送审稿/, 'nothing was checked, so every page is a draft');
      assert.doesNotMatch(all, /添加一行|从指标库选|保存文件/);
    }));
}

/** What the command line writes as html of the document in a folder: the table for the public, the report in a bundle. */
const WRITERS = {
  'the table for the public': (at) => jibiao(['publish', '--rebind', '--format', 'html', join(at, 'in.json')]),
  'the report in a bundle': (at) => {
    jibiao(['bundle', '--rebind', '--stage', 'drafting', join(at, 'in.json'), '-o', join(at, 'out.zip')]);
    const read = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); ' +
      'print(z.read(next(n for n in z.namelist() if n.endswith("report.html"))).decode())';
    const { status, stdout, stderr } = python(['-c', read, join(at, 'out.zip')], { env: { PYTHONIOENCODING: 'utf-8' } });
    assert.equal(status, 0, stderr);
    return stdout;
  },
};

for (const [what, write] of Object.entries(WRITERS)) {
  test(`the command line's html prints on A4 with heads repeated and rows whole: ${what}`, () =>
    withPage('chromium', {}, async (page) => {
      const at = mkdtempSync(join(tmpdir(), 'jibiao-print-'));
      writeFileSync(join(at, 'in.json'), long('declaration-2021.json'));
      writeFileSync(join(at, 'out.html'), write(at));
      await page.goto(String(pathToFileURL(join(at, 'out.html'))));
      const pages = await printed(page);
      for (const { size } of pages) assert.deepEqual(size, A4);
      assertRows(pages, '三级指标');
    }));
}

test('what is left of a page under the last row stays empty: rows and cells carry the frame, not the whole', () =>
  withPage('chromium', {}, async (page) => {
    await opened(page, long('declaration-2021.json'));
    await page.raw.emulateMedia({ media: 'print' });
    const edges = await page.evaluate(() => {
      const width = (selector, side) => getComputedStyle(document.querySelector(selector))[`border${side}Width`];
      const row = '.rows tbody tr:last-child >';
      return {
        whole: ['Left', 'Right', 'Bottom'].map((side) => width('.paper-body', side)),
        rows: [width(`${row} :first-child`, 'Left'), width(`${row} :last-child`, 'Right'), width(`${row} :last-child`, 'Bottom')],
        cells: [width('.cell', 'Left'), width('.cells .cell:last-child', 'Right'), width('.cells .cell:last-child', 'Bottom')],
      };
    });
    const none = ['0px', '0px', '0px'];
    const all = ['1px', '1px', '1px'];
    assert.deepEqual(edges, { whole: none, rows: all, cells: all });
  }));
