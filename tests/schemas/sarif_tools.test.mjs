// A reader of SARIF that knows nothing of ours (sarif-tools) finds the entries of the report in our logs.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { python } from '../tools.mjs';
import { documents, jibiao, json } from './command.mjs';

const LEVELS = { blocks: 'error', warns: 'warning', advises: 'note' };

test('sarif-tools lists what the report lists, with its severity and rule', () => {
  const [logs, tables] = ['logs', 'tables'].map((kind) => mkdtempSync(join(tmpdir(), `jibiao-sarif-${kind}-`)));
  const all = Object.entries(documents());
  const file = (folder, index, kind) => join(folder, `${index}.${kind}`);
  for (const [index, [, document]] of all.entries()) {
    writeFileSync(file(logs, index, 'sarif'), jibiao(['check', '--rebind', '--format', 'sarif'], document));
  }
  // The program takes seconds to start, so it reads all logs at once and writes a table of each.
  const { status, stderr } = python(['-m', 'sarif', 'csv', '-o', tables, logs], { env: { PYTHONIOENCODING: 'utf-8' } });
  assert.equal(status, 0, stderr);
  let listed = 0;
  for (const [index, [name, document]] of all.entries()) {
    const rows = readFileSync(file(tables, index, 'csv'), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',').slice(0, 3).join());
    const [{ report }] = json(['check', '--rebind', '--format', 'json'], document).results;
    const entries = report.entries.map(({ severity, rule }) => ['jibiao', LEVELS[severity], rule].join());
    assert.deepEqual(rows.sort(), entries.sort(), name);
    listed += rows.length;
  }
  assert.ok(listed > 0);
});
