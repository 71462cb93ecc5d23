// LibreOffice opens what we write, saves it again in its own way, and nothing is lost.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { workbooks } from '../excel/workbooks.mjs';
import { json } from '../schemas/command.mjs';
import { program } from '../tools.mjs';

let made;
let saved;

before(() => {
  made = workbooks();
  saved = mkdtempSync(join(tmpdir(), 'jibiao-office-'));
  const profile = `-env:UserInstallation=file://${join(saved, 'profile')}`;
  const files = made.books.map(({ book }) => book);
  const arguments_ = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', saved, ...files];
  const { status, stderr } = spawnSync(program('soffice'), arguments_, { encoding: 'utf8', timeout: 240_000 });
  assert.equal(status, 0, stderr);
});
after(() => {
  rmSync(made.folder, { recursive: true });
  rmSync(saved, { recursive: true });
});

test('every document comes back from LibreOffice as it was', () => {
  for (const { book, source, document } of made.books) {
    const { documents, refused, unknown } = json(['import', join(saved, basename(book)), '--format', 'json', '--rebind']);
    assert.deepEqual([refused, unknown], [[], []], source);
    const [{ origin, arrivals, document: back }] = documents;
    assert.deepEqual([origin, arrivals], ['own', []], source);
    assert.deepEqual(back, document, source);
  }
});
