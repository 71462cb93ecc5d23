// What the package does, in Node: checks, scores, drafts, errors.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { root } from '../tools.mjs';
import { json as command, schemas } from '../schemas/command.mjs';
import { folder, load } from './package.mjs';

const jibiao = await load();
const worked = (name) => readFileSync(join(root, 'tests', 'documents', name), 'utf8');
const declaration = worked('declaration-2021.json');
const evaluation = worked('self-evaluation-2015.json');
const pastedHtml = readFileSync(join(root, 'tests', 'clipboard', 'excel-declaration.html'), 'utf8');
const FORM = 'project-declaration-2021';
const TABLES = 'integrated-project-declaration';
const EVALUATION = 'project-self-evaluation-2021';

/** The error that `work` throws: a real one, with a message and a code. */
function failure(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Error, `${error} is no Error`);
    assert.ok(error.message.length > 5);
    return error;
  }
  assert.fail('nothing was thrown');
}
const code = (work) => failure(work).code;

test('an object and the text of a file give the same answer', () => {
  const options = { stage: 'review', lang: 'en', rebind: true };
  assert.deepEqual(jibiao.check({ document: JSON.parse(declaration), ...options }), jibiao.check({ json: declaration, ...options }));
});

test('answers are plain objects, as JSON would give them', () => {
  const answer = jibiao.check({ json: declaration, rebind: true });
  assert.deepEqual(answer, JSON.parse(JSON.stringify(answer)));
  assert.equal(Object.getPrototypeOf(answer.report.counts), Object.prototype);
});

test('the answer is that of the command line, to the byte', () => {
  for (const text of [declaration, evaluation]) {
    for (const stage of ['drafting', 'submission', 'review']) {
      for (const lang of ['zh', 'en']) {
        const { file, ...expected } = command(['check', '--rebind', '--stage', stage, '--lang', lang, '--format', 'json'], text).results[0];
        assert.equal(file, '-');
        assert.equal(JSON.stringify(jibiao.check({ json: text, stage, lang, rebind: true })), JSON.stringify(expected));
      }
    }
    const upload = jibiao.Draft.open(text, { rebind: true }).upload();
    assert.equal(JSON.stringify(upload), JSON.stringify(command(['upload', '--rebind'], text)));
  }
});

test('each purpose has its own score', () => {
  const first = jibiao.score({ json: declaration, rebind: true });
  assert.equal(first.performance, null);
  assert.equal(typeof first.quality.total, 'string');
  const second = jibiao.score({ json: evaluation, rebind: true });
  assert.equal(second.quality, null);
  // By hand: 9.7 (291 of 300) + 10 × 8 + 24700/26000 of 10 = 9.5.
  assert.deepEqual(second.performance.total, { state: 'determined', exact: '99.2', rounded: '99.2' });
});

test('a draft takes edits and gives them back', () => {
  const draft = jibiao.Draft.blank(FORM, 'n-1');
  assert.deepEqual([draft.canUndo, draft.canRedo], [false, false]);
  draft.apply({ edit: 'set-cell', cell: 'project-name', text: '道' });
  draft.extend({ edit: 'set-cell', cell: 'project-name', text: '道路' });
  draft.apply({ edit: 'insert-row', table: 'indicators', at: 0, row: { id: 'r1', cells: { target: '≥95%' } } });
  assert.equal(draft.document().cells['project-name'], '道路');
  assert.deepEqual(draft.document().tables.indicators, [{ id: 'r1', cells: { target: '≥95%' } }]);
  assert.deepEqual(draft.undo(), { edit: 'remove-row', table: 'indicators', row: 'r1' });
  assert.deepEqual(draft.undo(), { edit: 'set-cell', cell: 'project-name', text: '' });
  assert.equal(draft.undo(), null);
  assert.deepEqual(draft.document().cells, {});
  assert.deepEqual(draft.redo(), { edit: 'set-cell', cell: 'project-name', text: '道路' });
  assert.deepEqual([draft.canUndo, draft.canRedo], [true, true]);
  draft.free();
});

test('the draft is checked as it is now', () => {
  const draft = jibiao.Draft.blank(FORM, 'n-2');
  const missing = () => draft.check().report.entries.filter(({ place }) => place.cell === 'project-name').length;
  assert.equal(missing(), 1);
  draft.apply({ edit: 'set-cell', cell: 'project-name', text: '农村公路安全防护工程' });
  assert.equal(missing(), 0);
  const { report, words } = draft.check({ stage: 'review', lang: 'en' });
  assert.equal(report.stage, 'review');
  assert.equal(words.length, report.entries.length);
  assert.deepEqual(draft.score(), jibiao.score({ document: draft.document() }));
  draft.free();
});

test('a finding is answered with a reason from the report alone, and the reason is withdrawn', () => {
  const draft = jibiao.Draft.blank(FORM, 'n-7');
  draft.apply({ edit: 'set-cell', cell: 'year', text: '2026' });
  const before = draft.check().report;
  const entry = before.entries.find((entry) => entry.waivable);
  const { rule, message, args, place } = entry;
  const { table, row, cell } = place;
  const waiver = { rule, message, args, table, row, cell, reason: '上级文件已经定下，本单位不能改动', by: '李青' };
  draft.apply({ edit: 'set-waiver', waiver });
  const { report } = draft.check();
  assert.deepEqual(report.entries.filter((entry) => entry.waiver).map((entry) => entry.waiver), [{ reason: waiver.reason, by: '李青' }]);
  assert.equal(Object.values(report.waived).reduce((sum, count) => sum + count), 1);
  assert.deepEqual(report.counts, before.counts);
  draft.apply({ edit: 'set-waiver', waiver: { ...waiver, reason: '无' } });
  assert.deepEqual(draft.check().report.lapsed.map((lapsed) => lapsed.why), ['too-short']);
  draft.apply({ edit: 'withdraw-waiver', waiver: draft.check().report.lapsed[0].waiver });
  assert.deepEqual(draft.check().report, before);
  assert.equal(code(() => draft.apply({ edit: 'withdraw-waiver', waiver })), 'no-such-waiver');
  draft.undo();
  assert.equal(draft.document().waivers.length, 1);
});

test('what is saved opens again as the same document', () => {
  const draft = jibiao.Draft.open(declaration, { rebind: true });
  draft.apply({ edit: 'set-cell', cell: 'year', text: ' 2026 年\n"\u0001😀' });
  assert.equal(draft.nextRevision(), JSON.parse(declaration).revision + 1);
  const again = jibiao.Draft.open(draft.json());
  assert.deepEqual(again.document(), draft.document());
  assert.equal(again.document().cells.year, ' 2026 年\n"\u0001😀');
  assert.deepEqual(jibiao.Draft.open(draft.document()).document(), draft.document());
});

test('fields of a newer version survive, __proto__ among them', () => {
  const document = { ...jibiao.blank(FORM, 'n-3'), later: { a: [1, null, 'x'] } };
  const text = JSON.stringify(document).replace('"later"', '"__proto__":{"polluted":1},"later"');
  const draft = jibiao.Draft.open(text);
  assert.deepEqual(draft.document().later, { a: [1, null, 'x'] });
  assert.match(draft.json(), /"__proto__"/);
  assert.deepEqual(draft.notices().unknown_fields.sort(), ['__proto__', 'later']);
  assert.equal({}.polluted, undefined);
});

test('an edit that does not fit is an error and changes nothing', () => {
  const draft = jibiao.Draft.blank(FORM, 'n-4');
  const before = draft.json();
  assert.equal(code(() => draft.apply({ edit: 'remove-row', table: 'indicators', row: 'r9' })), 'no-such-row');
  assert.equal(code(() => draft.apply({ edit: 'set-cell', cell: 'year', text: 2026 })), 'wrong-edit');
  assert.equal(code(() => draft.apply({ edit: 'paint' })), 'wrong-edit');
  assert.equal(code(() => draft.apply(null)), 'wrong-edit');
  assert.equal(code(() => draft.apply(undefined)), 'not-json-value');
  assert.equal(draft.json(), before);
  assert.equal(draft.canUndo, false);
});

test('values of the wrong kind are errors with a code, never a crash', () => {
  const circle = {};
  circle.circle = circle;
  const trap = { toJSON: () => { throw new Error('trap'); } };
  const getter = { get document() { throw new Error('trap'); } };
  for (const [request, expected] of [
    [undefined, 'wrong-request'],
    [() => 1, 'wrong-request'],
    [circle, 'wrong-request'],
    [[{}], 'wrong-request'],
    [new Map([['json', declaration]]), 'wrong-request'],
    [getter, 'not-json-value'],
    [{ document: circle }, 'not-json-value'],
    [{ document: trap }, 'not-json-value'],
    [{ document: () => 1 }, 'not-json-value'],
    [{ document: 1n }, 'not-json-value'],
    [{ json: 1 }, 'wrong-request'],
    [{ json: declaration, rebind: 1n }, 'wrong-request'],
    [{ json: declaration, colour: undefined }, 'wrong-request'],
    [null, 'wrong-request'],
    ['text', 'wrong-request'],
    [{}, 'wrong-request'],
    [{ document: {}, json: '' }, 'wrong-request'],
    [{ document: {}, stage: 'final' }, 'wrong-request'],
    [{ document: {}, colour: 'red' }, 'wrong-request'],
    [{ document: [] }, 'not-a-document'],
    [{ document: new Map([['jibiao', 1]]) }, 'not-a-document'],
    [{ json: '{' }, 'not-json'],
    [{ json: `{"jibiao":1,"x":${'['.repeat(100_000)}` }, 'too-deep'],
    [{ document: { ...JSON.parse(declaration), cells: { year: Number.NaN } } }, 'wrong-shape'],
    [{ document: { ...JSON.parse(declaration), jibiao: 9 } }, 'newer-format'],
    [{ document: { ...JSON.parse(declaration), form: 'some-form' }, rebind: true }, 'unknown-form'],
  ]) {
    assert.equal(code(() => jibiao.check(request)), expected, String(request));
    assert.equal(code(() => jibiao.score(request)), expected, String(request));
  }
  assert.equal(code(() => jibiao.explain('some-rule')), 'unknown-rule');
  assert.equal(code(() => jibiao.explain('cell-missing', 'fr')), 'wrong-request');
  assert.equal(code(() => jibiao.blank('some-form', 'a')), 'unknown-form');
  assert.equal(code(() => jibiao.Draft.open('[]')), 'not-a-document');
  assert.equal(code(() => jibiao.Draft.open(declaration, { speak: 'en' })), 'wrong-request');
  // After all of that the module still works.
  assert.equal(jibiao.check({ document: jibiao.blank(FORM, 'a') }).report.verdict, 'rejected');
});

test('a refused request names its field', () => {
  const message = (request) => failure(() => jibiao.check({ ...request, lang: 'en' })).message;
  assert.match(message({ json: declaration, stage: 'final' }), /: `stage`: unknown variant `final`/);
  assert.match(message({ json: 7 }), /: `json`: invalid type: .*expected a string/);
  assert.match(message({ json: declaration, colour: 'red' }), /: unknown field `colour`, expected one of `document`, `json`/);
});

test('an option that is undefined or null is as good as none', () => {
  const nothing = { document: undefined, stage: undefined, lang: null };
  assert.deepEqual(jibiao.check({ json: declaration, rebind: true, ...nothing }), jibiao.check({ json: declaration, rebind: true }));
});

test('a getter that throws leaves the draft as it was', () => {
  const draft = jibiao.Draft.blank(FORM, 'n-6');
  const before = draft.json();
  for (let round = 0; round < 20_000; round++) {
    assert.equal(code(() => draft.check({ get stage() { throw new Error('trap'); } })), 'not-json-value');
  }
  // Neither stuck in a call that never returned, nor out of stack.
  draft.apply({ edit: 'set-cell', cell: 'year', text: '2026' });
  draft.undo();
  assert.equal(draft.json(), before);
  draft.free();
});

test('an edit that contains itself is an error, never a crash', () => {
  const draft = jibiao.Draft.blank(FORM, 'n-7');
  const all = { edit: 'all', edits: [] };
  all.edits.push(all);
  assert.equal(code(() => draft.apply(all)), 'not-json-value');
  let deep = { edit: 'all', edits: [] };
  for (let level = 0; level < 1_000; level++) deep = { edit: 'all', edits: [deep] };
  assert.equal(code(() => draft.apply(deep)), 'wrong-edit');
  assert.equal(draft.canUndo, false);
  draft.free();
});

test('another edition is refused unless asked for, and then said', () => {
  const document = { ...jibiao.blank(FORM, 'n-5') };
  document.pack = { ...document.pack, edition: '1999.1' };
  assert.equal(code(() => jibiao.check({ document })), 'other-edition');
  assert.equal(jibiao.check({ document, rebind: true }).notices.rebound_from.edition, '1999.1');
});

test('errors speak the language that is asked for', () => {
  assert.match(failure(() => jibiao.check({ json: '{', lang: 'en' })).message, /^[\x00-\x7f“”…]+$/);
  assert.match(failure(() => jibiao.check({ json: '{' })).message, /\p{Script=Han}/u);
});

test('packs, forms and rules are listed and explained', () => {
  const [pack] = jibiao.packs();
  assert.equal(pack.id, 'cn-mof');
  assert.match(pack.sha256, /^[0-9a-f]{64}$/);
  const forms = jibiao.forms().map(({ id }) => id);
  for (const form of ['project-application-2021', FORM, EVALUATION]) assert.ok(forms.includes(form), form);
  const rules = jibiao.rules();
  assert.ok(rules.length >= 20);
  for (const rule of rules) {
    for (const lang of ['zh', 'en']) {
      const page = jibiao.explain(rule, lang);
      assert.equal(page.id, rule);
      for (const part of ['title', 'why', 'do']) assert.ok(page[part].length > 1, `${rule}: ${part}`);
      assert.deepEqual(page.policy.map(({ stage }) => stage), ['drafting', 'submission', 'review']);
    }
  }
});

/** A declaration with one row, by hand. */
function declared() {
  const document = jibiao.blank(FORM, 'c-1');
  document.cells = { year: '2025', 'project-name': '滨河步道维护', 'fund.total.year': '48.6', 'year-goal': '维护步道5.2公里' };
  document.tables = { indicators: [{ id: 'a', cells: { 'level-1': '产出指标', 'level-3': '维护步道', target: '≥5.2公里' } }] };
  return document;
}

test('a self-evaluation is made from its declaration, and traced back to it', () => {
  const declaration = declared();
  const step = jibiao.nextSteps(declaration).find(({ form }) => form === EVALUATION);
  assert.deepEqual([step.relation, step.purpose], ['approved', 'self-evaluation']);
  const made = jibiao.carry(EVALUATION, [declaration], 'c-2');
  assert.equal(made.cells['fund.total.initial'], '48.6');
  assert.deepEqual(made.tables.indicators[0].cells, declaration.tables.indicators[0].cells);
  const [origin] = made.origins;
  assert.deepEqual([origin.relation, origin.id, origin.sha256], ['approved', 'c-1', jibiao.digest(declaration)]);
  assert.equal(jibiao.digest(JSON.stringify(declaration, null, 4)), origin.sha256, 'layout is no part of a document');
  assert.deepEqual(jibiao.trace(made, [declaration]).map(({ state }) => state), ['matches']);
  assert.deepEqual(jibiao.trace(made, []).map(({ state }) => state), ['absent']);
  declaration.cells.year = '2024';
  const [link] = jibiao.trace(made, [JSON.stringify(declaration)], { lang: 'en' });
  assert.equal(link.state, 'changed');
  assert.match(link.says, /^[\x00-\x7f“”…]+$/);
});

test('a changed target is listed with what was approved, and an adjustment with what was', () => {
  const draft = jibiao.Draft.open(jibiao.carry(EVALUATION, [declared()], 'c-2'));
  assert.deepEqual(draft.changes(), []);
  draft.apply({ edit: 'set-row-cell', table: 'indicators', row: 'a', cell: 'target', text: '≥4公里' });
  const [change] = draft.changes();
  assert.deepEqual([change.relation, change.row, change.cell, change.before, change.now], ['approved', 'a', 'target', '≥5.2公里', '≥4公里']);
  assert.match(change.place, /第1行/);
  assert.ok(draft.check().report.entries.some(({ rule }) => rule === 'approved-changed'));
  draft.free();
  const adjusted = jibiao.carry(FORM, [declared()], 'c-3', { relation: 'adjusted' });
  assert.deepEqual(adjusted.cells, declared().cells);
  const later = jibiao.Draft.open(adjusted);
  later.apply({ edit: 'set-cell', cell: 'fund.total.year', text: '40' });
  assert.deepEqual(later.changes().map(({ cell, before, now }) => [cell, before, now]), [['fund.total.year', '48.6', '40']]);
  assert.ok(later.nextSteps().some(({ relation }) => relation === 'last-year'));
  assert.equal(jibiao.carry(FORM, [declared()], 'c-4', { relation: 'last-year', pack: 'cn-mof' }).cells.year, '2026');
});

test('what can not be made is an error with a code', () => {
  const declaration = declared();
  for (const [work, expected] of [
    [() => jibiao.carry('some-form', [declaration], 'x'), 'unknown-form'],
    [() => jibiao.carry('project-self-evaluation-2015', [declaration], 'x'), 'no-step'],
    [() => jibiao.carry(EVALUATION, [declaration, declaration], 'x'), 'twice'],
    [() => jibiao.carry(EVALUATION, [declaration, { ...declaration, id: 'c-9' }], 'x'), 'two-of-a-kind'],
    [() => jibiao.carry(EVALUATION, [declaration], 'c-1'), 'itself'],
    [() => jibiao.carry(EVALUATION, [], 'x'), 'wrong-request'],
    [() => jibiao.carry(EVALUATION, declaration, 'x'), 'wrong-request'],
    [() => jibiao.carry(EVALUATION, [declaration], 'x', { relation: 'cousin' }), 'wrong-request'],
    [() => jibiao.carry(EVALUATION, [declaration], 'x', { pack: 'no-pack' }), 'unknown-pack'],
    [() => jibiao.nextSteps([]), 'not-a-document'],
    [() => jibiao.trace(declaration, null), 'wrong-request'],
    [() => jibiao.digest('{'), 'not-json'],
    [() => jibiao.digest(undefined), 'not-json-value'],
  ]) {
    assert.equal(code(work), expected, String(work));
  }
});

test('every answer has the declared shape', () => {
  const wire = JSON.parse(readFileSync(join(root, 'crates', 'wasm', 'wire.schema.json'), 'utf8'));
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  const { upload } = schemas();
  // The bundle of the upload holds every schema that the wire refers to.
  for (const schema of [...Object.values(upload.$defs), wire]) ajv.addSchema(schema);
  const fits = (name, value) => {
    const validate = ajv.getSchema(`${wire.$id}#/$defs/${name}`);
    assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors)}`);
  };
  for (const text of [declaration, evaluation]) {
    fits('CheckRequest', { json: text, rebind: true });
    fits('CheckRequest', { document: JSON.parse(text), stage: 'review', lang: 'en' });
    fits('CheckResponse', jibiao.check({ json: text, rebind: true }));
    fits('ScoreResponse', jibiao.score({ json: text, rebind: true }));
    fits('DraftCheck', jibiao.Draft.open(text, { rebind: true }).check());
  }
  const made = jibiao.carry(EVALUATION, [declared()], 'c-2');
  made.tables.indicators[0].cells.target = '≥4公里';
  const draft = jibiao.Draft.open(made);
  draft.changes().forEach((change) => fits('Change', change));
  assert.equal(draft.changes().length, 1);
  jibiao.trace(made, [declared()]).forEach((link) => fits('Link', link));
  jibiao.nextSteps(declared()).forEach((step) => fits('NextStep', step));
  jibiao.packs().forEach((pack) => fits('PackInfo', pack));
  jibiao.forms().forEach((form) => fits('FormInfo', form));
  jibiao.rules().forEach((rule) => fits('RulePage', jibiao.explain(rule)));
  const request = { table: 'indicators', html: pastedHtml, row: 'r1', column: 'level-3' };
  jibiao.profiles().forEach((profile) => fits('ProfileInfo', profile));
  const options = { codes: { 'calc-sign': [['4', '≥'], ['5', '≤'], ['1', '=']] }, rebind: true };
  fits('ExchangeOptions', options);
  fits('ExchangeTables', jibiao.exchange(declaration, TABLES, options));
  fits('PasteRequest', request);
  fits('Paste', draft.readPaste(request));
});

test('exchange tables are those of the command line, and what they can not take is listed with its cell', () => {
  const tables = jibiao.exchange(declaration, TABLES, { rebind: true });
  assert.equal(JSON.stringify(tables), JSON.stringify(command(['upload', '-', '--profile', TABLES, '--rebind'], declaration)));
  const error = failure(() => jibiao.exchange(declaration, TABLES, { codes: { 'calc-sign': [['4', '≥'], ['5', '≤']] }, rebind: true }));
  // Of the worked declaration's targets one is with =, in its sixth row.
  assert.deepEqual([error.code, error.problems.length], ['not-exchangeable', 1]);
  const [{ code: problem, table, row, cell, message }] = error.problems;
  assert.deepEqual([problem, table, row, cell], ['name-unknown', 'indicators', 'r6', 'target']);
  assert.ok(error.message.includes(message));
  assert.equal(code(() => jibiao.exchange(declaration, TABLES, { codes: { 'calc-sign': [['4', '≥'], ['4', '≤']] }, rebind: true })), 'bad-codes');
  assert.equal(code(() => jibiao.exchange(declaration, TABLES, { codes: { 'calc-sign': ['4'] } })), 'wrong-request');
  assert.equal(code(() => jibiao.exchange(declaration, 'none', { rebind: true })), 'not-exchangeable');
});

test('a table from a spreadsheet is looked at, and its edit puts it in as one step', () => {
  const draft = jibiao.Draft.blank(FORM, 'p-1');
  const answer = draft.readPaste({ table: 'indicators', html: pastedHtml });
  assert.deepEqual([answer.tally.added, answer.tally.above, answer.unplaced], [13, 1, [4]]);
  assert.equal(draft.document().tables.indicators, undefined);
  draft.apply(answer.edit);
  assert.equal(draft.document().tables.indicators[12].cells['level-3'], '受益村民满意度');
  assert.equal(draft.readPaste({ table: 'indicators', html: pastedHtml }).edit, null);
  draft.undo();
  assert.equal(draft.canUndo, false);
  assert.equal(code(() => draft.readPaste({ table: 'none', text: 'a' })), 'wrong-request');
  assert.equal(code(() => draft.readPaste(undefined)), 'not-json-value');
});

test('the types name everything that is there', () => {
  const types = readFileSync(join(folder, 'jibiao.d.ts'), 'utf8');
  const snapshot = readFileSync(join(root, 'crates', 'wasm', 'types.snapshot.d.ts'), 'utf8');
  // The generator of the glue indents anew.
  const plain = (text) => text.replace(/^\s+/gm, '').trim();
  assert.ok(plain(types).includes(plain(snapshot)), 'the reviewed types are not in jibiao.d.ts');
  for (const signature of [
    'export function check(request: CheckRequest): CheckResponse;',
    'export function score(request: CheckRequest): ScoreResponse;',
    'export function explain(rule: string, lang?: Language): RulePage;',
    'export function packs(): PackInfo[];',
    'export function forms(): FormInfo[];',
    'export function blank(form: string, id: string, pack?: string | null): FormDocument;',
    'export function openPack(bytes: Uint8Array, lang?: Language): PackInfo;',
    'export function nextSteps(document: FormDocument | string, options?: OpenOptions): NextStep[];',
    'export function carry(form: string, from: Array<FormDocument | string>, id: string, options?: CarryOptions): FormDocument;',
    'export function trace(document: FormDocument | string, others: Array<FormDocument | string>, options?: OpenOptions): Link[];',
    'export function profiles(): ProfileInfo[];',
    'export function exchange(document: FormDocument | string, profile: string, options?: ExchangeOptions): ExchangeTables;',
    'export function digest(document: FormDocument | string): string;',
    'changes(): Change[];',
    'nextSteps(): NextStep[];',
    'readPaste(request: PasteRequest): Paste;',
    'static open(document: FormDocument | string, options?: OpenOptions): Draft;',
    'apply(edit: Edit): void;',
    'undo(): Edit | null;',
    'check(options?: CheckOptions): DraftCheck;',
    'upload(options?: UploadOptions): Upload;',
  ]) {
    assert.ok(types.includes(signature), signature);
  }
  assert.doesNotMatch(types, /: any\b/);
});

test('the glue makes no code from text', () => {
  // `Function(${name})` is how the glue names a function in a message.
  const glue = readFileSync(join(folder, 'jibiao.js'), 'utf8').replaceAll('`Function(${name})`', '');
  assert.doesNotMatch(glue, /\beval\s*\(|new Function|Function\(/);
});
