// The same under python-jsonschema, which shares no code with ajv.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { python, root } from '../tools.mjs';
import { schemas } from './command.mjs';
import { broken, good } from './exports.mjs';

test('python-jsonschema agrees on every export and every broken one', () => {
  const cases = [
    ...good().map((each) => ({ ...each, valid: true })),
    ...broken().map((each) => ({ ...each, valid: false })),
  ];
  const script = join(root, 'tests', 'schemas', 'validate.py');
  const input = JSON.stringify({ schemas: schemas(), cases });
  const { status, stdout, stderr, error } = python([script], { input, maxBuffer: 1 << 28 });
  assert.equal(error, undefined);
  assert.equal(status, 0, stderr);
  assert.deepEqual(JSON.parse(stdout), { checked: cases.length, wrong: [] });
});
