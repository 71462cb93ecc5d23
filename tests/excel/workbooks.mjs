// Workbooks of every worked document, a blank form, and one document that holds what spreadsheets stumble over.
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jibiao } from '../schemas/command.mjs';
import { root } from '../tools.mjs';

const documents = join(root, 'tests', 'documents');

/** Texts that spreadsheets like to change. */
export const HOSTILE = [
  '=HYPERLINK("http://example.com","x")', '+1', '-1', '@SUM(A1:A9)', "'quoted", '1/2', '1-2', '1E5', '00123', '0.10', '123456789012345678',
  'TRUE', '#REF!', ' leading and trailing ', 'two\nlines', '\ttab', '≥95%', '98.50%', '1,234.50', '12.50', '_x0041_', 'a & <b> "c"',
  '😀👨‍👩‍👧𠀀', '\u202eright to left\u202c', '\ufeffmark', '２０２５', '2025-01-01', '3月5日', '',
];

/** Makes the workbooks in a folder of their own: the document, its file and the workbook of each. */
export function workbooks() {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-excel-'));
  const made = readdirSync(documents).filter((name) => name.endsWith('.json')).map((name) => join(documents, name));
  const hostile = JSON.parse(readFileSync(join(documents, 'self-evaluation-2015.json'), 'utf8'));
  hostile.id = 'hostile';
  let next = 0;
  const text = () => HOSTILE[next++ % HOSTILE.length];
  for (const cell of Object.keys(hostile.cells)) hostile.cells[cell] = text();
  for (const row of hostile.tables.indicators) for (const cell of Object.keys(row.cells)) row.cells[cell] = text();
  const file = join(folder, 'hostile.json');
  writeFileSync(file, JSON.stringify(hostile));
  made.push(file);
  const out = made.map((source, at) => {
    const book = join(folder, `${at}.xlsx`);
    jibiao(['excel', source, '-o', book]);
    return { source, book, document: JSON.parse(readFileSync(source, 'utf8')) };
  });
  return { folder, books: out };
}
