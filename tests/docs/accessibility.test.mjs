// The published table of WCAG criteria: whole, and true of the tests that it names.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../tools.mjs';

const table = readFileSync(join(root, 'www/docs/accessibility.md'), 'utf8');
const rows = table.split('\n').filter((line) => /^\| \d/.test(line)).map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

/** Names of the tests of a file, `…` where a name has a part that differs. */
const names = (file) =>
  [...readFileSync(join(root, 'tests/browser', file), 'utf8').matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)]
    .map(([, , name]) => name.replace(/\$\{[^}]*\}/g, '…'));

test('every test that the table names is there', () => {
  const named = [...table.matchAll(/`(\w+\.test\.mjs)`「([^」]+)」/g)];
  assert.ok(named.length > 50, `${named.length} tests are named`);
  for (const [, file, name] of named) assert.ok(names(file).includes(name), `${file} has no test “${name}”`);
});

test('every criterion of WCAG 2.2 at A and AA stands in the table once, with its test or the word that there is none', () => {
  assert.deepEqual(rows.map(([criterion]) => criterion), [
    '1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5',
    '1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13', '2.1.1', '2.1.2', '2.1.4',
    '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3', '2.4.4', '2.4.5', '2.4.6', '2.4.7', '2.4.11',
    '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7', '2.5.8', '3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6',
    '3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.7', '3.3.8', '4.1.2', '4.1.3',
  ]);
  for (const [criterion, level, , how, shown] of rows) {
    assert.match(level, /^AA?$/, criterion);
    assert.ok(how.length > 3, criterion);
    assert.match(shown, /^(不涉及|没有自动检查|`\w+\.test\.mjs`「.+)$/, criterion);
  }
});
