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
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-sarif-'));
  let listed = 0;
  for (const [index, [name, document]] of Object.entries(documents()).entries()) {
    const [log, table] = ['sarif', 'csv'].map((kind) => join(folder, `${index}.${kind}`));
    writeFileSync(log, jibiao(['check', '--rebind', '--format', 'sarif'], document));
    const { status, stderr } = python(['-m', 'sarif', 'csv', '-o', table, log], { env: { PYTHONIOENCODING: 'utf-8' } });
    assert.equal(status, 0, `${name}: ${stderr}`);
    const rows = readFileSync(table, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',').slice(0, 3).join());
    const [{ report }] = json(['check', '--rebind', '--format', 'json'], document).results;
    const entries = report.entries.map(({ severity, rule }) => ['jibiao', LEVELS[severity], rule].join());
    assert.deepEqual(rows.sort(), entries.sort(), name);
    listed += rows.length;
  }
  assert.ok(listed > 0);
});
