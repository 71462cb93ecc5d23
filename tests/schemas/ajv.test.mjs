// The published schemas under ajv: every export is valid, every broken one is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { schemas } from './command.mjs';
import { broken, good } from './exports.mjs';

const published = schemas();
/** Each schema in an instance of its own: it has to stand alone. Strict mode also refuses misspelt keywords. */
const validators = Object.fromEntries(
  Object.entries(published).map(([name, schema]) => [
    name,
    new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema),
  ]),
);

test('every export is valid', () => {
  const all = good();
  assert.ok(all.length > 100);
  for (const { schema, what, value } of all) {
    const validate = validators[schema];
    assert.ok(validate(value), `${schema}, ${what}: ${JSON.stringify(validate.errors, null, 1)}`);
  }
  const covered = new Set(all.map(({ schema }) => schema));
  assert.deepEqual([...covered].sort(), Object.keys(published).sort());
});

for (const { schema, what, value } of broken()) {
  test(`not a ${schema}: ${what}`, () => {
    assert.equal(validators[schema](value), false);
  });
}
