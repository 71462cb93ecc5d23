// openpyxl and exceljs read what we write: every cell, and both the same.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import exceljs from 'exceljs';
import { json } from '../schemas/command.mjs';
import { python, root } from '../tools.mjs';
import { workbooks } from './workbooks.mjs';

let made;
let read;

before(() => {
  made = workbooks();
  const files = made.books.map(({ book }) => book);
  const { stdout, stderr, status } = python([join(root, 'tests', 'excel', 'cells.py'), ...files], { maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  read = JSON.parse(stdout);
});
after(() => rmSync(made.folder, { recursive: true }));

/** The sheet that a person sees. */
const shown = (sheets) => Object.values(sheets).find((sheet) => sheet.state === 'visible');

/** What a defined name stands for: `'表'!$B$3` is B3. */
const place = (target) => target.slice(target.lastIndexOf('!') + 1).replaceAll('$', '');

test('openpyxl finds every text of the document in the cell of its name', () => {
  let count = 0;
  for (const { book, source, document } of made.books) {
    const { cells, names } = shown(read[book]);
    for (const [id, text] of Object.entries(document.cells)) {
      const name = `jb_c_${id.replaceAll(/[^\p{L}\p{N}.]/gu, '_')}`;
      if (!names[name]) continue;
      const [kind, raw, format] = cells[place(names[name])] ?? ['s', '', ''];
      // Spreadsheets take `_x005F_` back (ISO/IEC 29500, ST_Xstring), these two readers do not.
      const value = raw.replaceAll('_x005F_', '_');
      // A plain decimal is a number, shown with as many places as were typed.
      const places = /^0\.(0+)$/.exec(format)?.[1].length ?? 0;
      assert.equal(kind === 'n' ? Number(value).toFixed(places) : value, text, `${source}: ${id}`);
      assert.notEqual(kind, 'f', `${source}: ${id} is a formula`);
      count += 1;
    }
  }
  assert.ok(count > 300, `${count}`);
});

test('no cell of any workbook is a formula, sheets are locked, the record is out of sight', () => {
  for (const { book } of made.books) {
    const sheets = Object.entries(read[book]);
    assert.deepEqual(sheets.map(([, sheet]) => sheet.state), ['visible', 'veryHidden']);
    for (const [, sheet] of sheets) {
      for (const [at, [kind, value]] of Object.entries(sheet.cells)) assert.notEqual(kind, 'f', `${book} ${at} ${value}`);
    }
    assert.ok(shown(read[book]).locked);
  }
  // 金额单位 and 评价等级 offer their answers.
  const { book } = made.books.find(({ source }) => source.endsWith('self-evaluation-2015.json'));
  assert.ok(shown(read[book]).lists >= 2);
});

test('exceljs reads the same cells as openpyxl', async () => {
  let count = 0;
  for (const { book } of made.books) {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(readFileSync(book));
    for (const [title, { cells, merged }] of Object.entries(read[book])) {
      const sheet = workbook.getWorksheet(title);
      assert.ok(sheet, `${book}: ${title}`);
      for (const [at, [kind, value]] of Object.entries(cells)) {
        const cell = sheet.getCell(at);
        const found = cell.value?.richText ? cell.value.richText.map(({ text }) => text).join('') : cell.value;
        if (kind === 'n') assert.equal(found, Number(value), `${book} ${title} ${at}`);
        else assert.equal(found, value, `${book} ${title} ${at}`);
        count += 1;
      }
      assert.deepEqual([...sheet.model.merges].sort(), merged, `${book} ${title}`);
    }
  }
  assert.ok(count > 2000, `${count}`);
});

test('what is made comes back as it was', () => {
  for (const { book, source, document } of made.books) {
    const { documents, refused, unknown } = json(['import', book, '--format', 'json', '--rebind']);
    assert.deepEqual([refused, unknown], [[], []], source);
    const [{ origin, arrivals, document: back }] = documents;
    assert.deepEqual([origin, arrivals], ['own', []], source);
    assert.deepEqual(back, document, source);
  }
});
