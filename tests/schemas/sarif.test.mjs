// What SARIF 2.1.0 asks of a log, as far as ours goes: the parts of its schema and of its text that a consumer relies on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { documents, json, jibiao } from './command.mjs';
import { answered } from './exports.mjs';

const text = { type: 'object', properties: { text: { type: 'string', minLength: 1 } }, required: ['text'], additionalProperties: false };
const uri = { type: 'object', properties: { uri: { type: 'string', pattern: "^[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+$" } }, required: ['uri'], additionalProperties: false };
const physical = { type: 'object', properties: { artifactLocation: uri }, required: ['artifactLocation'], additionalProperties: false };
const logical = {
  type: 'object',
  properties: { name: { type: 'string' }, fullyQualifiedName: { type: 'string' }, kind: { enum: ['object', 'array', 'value'] } },
  required: ['fullyQualifiedName', 'kind'],
  additionalProperties: false,
};
const rule = {
  type: 'object',
  properties: { id: { type: 'string' }, shortDescription: text, fullDescription: text, help: text, properties: { type: 'object' } },
  required: ['id', 'shortDescription', 'fullDescription', 'help'],
  additionalProperties: false,
};
const language = { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' };
const notification = {
  type: 'object',
  properties: {
    descriptor: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message: text,
    locations: { type: 'array', items: { type: 'object', properties: { physicalLocation: physical }, additionalProperties: false } },
  },
  required: ['message'],
  additionalProperties: false,
};
const component = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    fullName: { type: 'string' },
    semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
    language,
    contents: { type: 'array', items: { enum: ['localizedData', 'nonLocalizedData'] }, uniqueItems: true },
    rules: { type: 'array', items: rule, uniqueItems: true },
  },
  required: ['name'],
  additionalProperties: false,
};
const suppression = {
  type: 'object',
  properties: {
    kind: { enum: ['inSource', 'external'] },
    status: { enum: ['accepted', 'underReview', 'rejected'] },
    justification: { type: 'string' },
    properties: { type: 'object' },
  },
  required: ['kind'],
  additionalProperties: false,
};
const result = {
  type: 'object',
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message: text,
    locations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: { physicalLocation: physical, logicalLocations: { type: 'array', items: logical, uniqueItems: true } },
        additionalProperties: false,
      },
    },
    // §3.27.23: all results of a run have the list, or none has.
    suppressions: { type: 'array', items: suppression, uniqueItems: true },
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    properties: { type: 'object' },
  },
  required: ['message', 'ruleId', 'level', 'locations', 'suppressions'],
  additionalProperties: false,
};
const run = {
  type: 'object',
  properties: {
    tool: { type: 'object', properties: { driver: component }, required: ['driver'], additionalProperties: false },
    language,
    translations: { type: 'array', items: component, uniqueItems: true },
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    artifacts: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'object', properties: { location: uri, mimeType: { type: 'string', pattern: '^[^/]+/.+$' } }, additionalProperties: false },
    },
    invocations: {
      type: 'array',
      items: {
        type: 'object',
        properties: { executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: { type: 'array', items: notification } },
        required: ['executionSuccessful'],
        additionalProperties: false,
      },
    },
    results: { type: 'array', items: result },
  },
  required: ['tool', 'results'],
  additionalProperties: false,
};
const log = {
  type: 'object',
  properties: { $schema: { type: 'string' }, version: { const: '2.1.0' }, runs: { type: 'array', items: run, minItems: 1, maxItems: 1 } },
  required: ['version', 'runs'],
  additionalProperties: false,
};
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(log);
const sarif = (input, ...more) => json(['check', '--rebind', '--format', 'sarif', ...more], input);

test('every log has the shape of SARIF 2.1.0', () => {
  for (const [name, document] of Object.entries(documents())) {
    for (const lang of ['zh', 'en']) {
      assert.ok(validate(sarif(document, '--lang', lang)), `${name}: ${JSON.stringify(validate.errors)}`);
    }
  }
  assert.ok(validate(sarif('no')), JSON.stringify(validate.errors));
});

test('results, rules and levels are those of the report', () => {
  const document = jibiao(['new', 'project-declaration-2021', '--id', 'x']);
  const [{ report }] = json(['check', '--format', 'json'], document).results;
  const [run] = sarif(document).runs;
  assert.ok(report.entries.length > 0);
  assert.deepEqual(run.results.map(({ ruleId }) => ruleId), report.entries.map(({ rule }) => rule));
  for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
  assert.deepEqual(run.tool.driver.rules.map(({ id }) => id), [...report.rules].sort());
  const levels = { blocks: 'error', warns: 'warning', advises: 'note' };
  assert.deepEqual(run.results.map(({ level }) => level), report.entries.map(({ severity }) => levels[severity]));
});

test('a reason is a suppression that nobody has accepted yet, so that viewers go on showing the result', () => {
  const document = JSON.stringify(answered(json(['new', 'project-declaration-2021', '--id', 'x'])));
  const [{ report }] = json(['check', '--format', 'json'], document).results;
  const log = sarif(document);
  assert.ok(validate(log), JSON.stringify(validate.errors));
  const [{ results }] = log.runs;
  assert.ok(report.entries.some((entry) => entry.waiver));
  for (const [index, { waiver }] of report.entries.entries()) {
    const said = results[index].suppressions.map(({ kind, status, justification }) => [kind, status, justification]);
    assert.deepEqual(said, waiver ? [['inSource', 'underReview', waiver.reason]] : []);
  }
});

test('rules are described in both languages', () => {
  const [run] = sarif(jibiao(['new', 'project-declaration-2021', '--id', 'x'])).runs;
  assert.equal(run.language, 'zh-CN');
  const [english] = run.translations;
  assert.equal(english.language, 'en');
  assert.deepEqual(english.rules.map(({ id }) => id), run.tool.driver.rules.map(({ id }) => id));
  assert.notEqual(english.rules[0].help.text, run.tool.driver.rules[0].help.text);
});

test('fingerprints tell results apart and survive a second run', () => {
  const document = jibiao(['new', 'project-declaration-2021', '--id', 'x']);
  const prints = () => sarif(document).runs[0].results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join());
  assert.equal(new Set(prints()).size, prints().length);
  assert.deepEqual(prints(), prints());
});
