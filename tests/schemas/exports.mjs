// Everything that is exported, with the schema that describes it; and the same, broken by hand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, root } from '../tools.mjs';
import { documents, jibiao, json } from './command.mjs';

const STAGES = ['drafting', 'submission', 'review'];

/** { schema, what, value } for every export of every document at every stage. */
export function good() {
  const all = [];
  const add = (schema, what, value) => all.push({ schema, what, value });
  for (const [name, text] of Object.entries(documents())) {
    add('document', name, JSON.parse(text));
    for (const stage of STAGES) {
      for (const lang of ['zh', 'en']) {
        const output = json(['check', '--rebind', '--stage', stage, '--lang', lang, '--format', 'json'], text);
        add('check-output', `${name} at ${stage}`, output);
        const [result] = output.results;
        add('report', `${name} at ${stage}`, result.report);
        if (result.performance) add('scorecard', name, result.performance);
        if (result.quality) add('quality', name, result.quality);
        if (result.monitoring) add('monitoring', name, result.monitoring);
        if (result.rating) add('rating', name, result.rating);
        for (const advice of result.advice) add('advice', name, advice);
      }
      add('upload', `${name} at ${stage}`, json(['upload', '--rebind', '--stage', stage], text));
    }
    add('score-output', name, json(['score', '--rebind', '--format', 'json'], text));
  }
  // What follows from a grade is stated by a district's pack; and a document that was begun from another.
  const evaluation = documents()['self-evaluation-2015.json'];
  const district = ['--pack', join(root, 'crates', 'packs', 'districts', 'hubei-caidian'), '--rebind', '--format', 'json'];
  const judged = json(['check', ...district], evaluation);
  add('check-output', 'in a district', judged);
  for (const advice of judged.results[0].advice) add('advice', 'in a district', advice);
  add('score-output', 'in a district', json(['score', ...district], evaluation));
  const carried = json(['new', 'project-self-evaluation-2021', '-', '--id', 'carried', '--rebind'], documents()['declaration-2021.json']);
  add('document', 'one begun from another', carried);
  // One table in which nearly everything is wrong: the kinds of findings, arguments and fixes that clean ones lack.
  const wrong = json(['new', 'project-self-evaluation-2021', '--id', 'wrong']);
  wrong['some-newer-field'] = { kept: [1, null] };
  wrong.cells = { year: '明年', 'project-name': '某项目', 'some-cell': 'x', 'fund.total.annual': '100', 'fund.total.executed': '120', 'fund.total.rate': '90%', 'total-weight': '90', 'total-score': '120', grade: '优' };
  wrong.tables.indicators = [
    { id: 'r1', cells: { 'level-1': '产出指标', 'level-2': '质量指标', 'level-3': '验收合格率', target: '≥120％', actual: '95％', weight: '50', score: '60' } },
    { id: 'r2', cells: { 'level-1': '产出指标', 'level-2': '质量指标', 'level-3': '验收合格率', target: '≥120％', actual: '', weight: '5o', score: '1' }, later: true },
    { id: 'r3', cells: { 'level-1': '效益指标', 'level-2': '数量指标', 'level-3': '', target: '提高', weight: '-3' } },
  ];
  const text = JSON.stringify(wrong);
  add('document', 'a wrong one', wrong);
  for (const stage of STAGES) {
    const output = json(['check', '--stage', stage, '--format', 'json'], text);
    add('check-output', `a wrong one at ${stage}`, output);
    add('report', `a wrong one at ${stage}`, output.results[0].report);
    add('scorecard', `a wrong one at ${stage}`, output.results[0].performance);
    add('upload', `a wrong one at ${stage}`, json(['upload', '--stage', stage], text));
  }
  const reasons = answered(wrong);
  add('document', 'one with reasons', reasons);
  for (const stage of STAGES) {
    const output = json(['check', '--stage', stage, '--format', 'json'], JSON.stringify(reasons));
    add('check-output', `one with reasons at ${stage}`, output);
    add('report', `one with reasons at ${stage}`, output.results[0].report);
    add('upload', `one with reasons at ${stage}`, json(['upload', '--stage', stage], JSON.stringify(reasons)));
  }
  add('check-output', 'a refused file', json(['check', '--format', 'json'], 'no'));
  add('score-output', 'a refused file', json(['score', '--format', 'json'], 'no'));
  const { head, verified } = bundled();
  add('bundle', 'a bundle', head);
  for (const [what, output] of Object.entries(verified)) add('verify-output', what, output);
  for (const [what, slip] of Object.entries(slips())) add('return-slip', what, slip);
  for (const [what, exchange] of Object.entries(exchanged())) add('exchange', what, exchange);
  return all;
}

/** Documents in exchange tables: of every profile, and of a district's own, with codes and whole numbers. */
function exchanged() {
  const send = (name, profile, ...more) => json(['upload', join(root, 'tests', 'documents', `${name}.json`), '--profile', profile, '--rebind', ...more]);
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-schemas-'));
  try {
    const codes = join(folder, 'nature.csv');
    writeFileSync(codes, '代码,名称\n01,一次性\n02,阶段性\n03,经常性项目\n');
    const district = join(root, 'tests', 'exchange', 'district');
    return {
      declaration: send('declaration-2021', 'integrated-project-declaration'),
      department: send('department-declaration', 'integrated-department-declaration'),
      evaluation: send('self-evaluation-2015', 'integrated-project-self-evaluation'),
      district: send('declaration-2021', 'portal-declaration', '--pack', district, '--codes', `nature=${codes}`),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Return slips: as they were written, and answered with notes, a changed cell and a row that is gone. */
function slips() {
  const worked = join(root, 'tests', 'documents', 'declaration-2021.json');
  const asked = ['--findings', 'advises', '--reviewer', '绩效科', '--date', '2026-03-31', '--rebind'];
  const comments = [': 补交批复', 'indicators: 缺效益指标', 'indicators/#1: 重写', 'indicators/#2/target: 依据', 'project-name: 与批复一致'];
  const written = json(['return', worked, ...asked, ...comments.flatMap((comment) => ['--comment', comment])]);
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-schemas-'));
  try {
    const [slip, document] = ['slip.json', 'document.json'].map((name) => join(folder, name));
    writeFileSync(slip, JSON.stringify(written));
    const changed = JSON.parse(readFileSync(worked, 'utf8'));
    changed.cells['project-name'] += '（更正）';
    changed.tables.indicators.shift();
    writeFileSync(document, JSON.stringify(changed));
    const answered = json(['answer', document, '--slip', slip, '--note', '1: 见附件', '--by', '李青', '--rebind']);
    return { written, answered };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a bundle says of itself, and what is said of it: as it was made, changed, cut off, and no bundle at all. */
function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-schemas-'));
  try {
    const worked = ['declaration-2021.json', 'self-evaluation-2015.json'].map((file) => join(root, 'tests', 'documents', file));
    const zip = join(folder, 'a.zip');
    jibiao(['bundle', ...worked, '--attach', worked[0], '-o', zip]);
    const unzipped = spawnSync(program('unzip'), ['-p', zip, '*/jibiao.json'], { encoding: 'utf8' });
    const bytes = readFileSync(zip);
    const changed = Buffer.from(bytes);
    changed[bytes.indexOf('data/attachments/001.json') + 100] ^= 1;
    writeFileSync(join(folder, 'changed.zip'), changed);
    writeFileSync(join(folder, 'cut.zip'), bytes.subarray(0, 1000));
    const verify = (name) => json(['verify', join(folder, name), '--format', 'json']);
    const verified = { good: verify('a.zip'), changed: verify('changed.zip'), cut: verify('cut.zip'), lost: verify('lost.zip') };
    return { head: JSON.parse(unzipped.stdout), verified };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A document with a reason for everything that takes one: the first says nothing, the second is for what was there before. */
export function answered(document) {
  const { report } = json(['check', '--format', 'json'], JSON.stringify(document)).results[0];
  const waivers = report.entries
    .filter((entry) => entry.waivable)
    .map(({ rule, message, args, place: { section, table, row, cell } }, index) => ({
      rule,
      message,
      args,
      ...(table || cell ? { table, row, cell } : { section }),
      ...(index === 1 && { text: 'as it was' }),
      reason: index === 0 ? '无' : '上级文件已经定下，本单位不能改动',
      by: '李青',
      date: '2026-03-01',
    }));
  // As a file holds it: what is undefined is not there.
  return JSON.parse(JSON.stringify({ ...document, waivers }));
}

/** { schema, what, value }: exports with one thing wrong each, changed by hand. */
export function broken() {
  const { 'declaration-2021.json': declaration, 'self-evaluation-2015.json': evaluation } = documents();
  const document = JSON.parse(declaration);
  const check = json(['check', '--rebind', '--format', 'json'], jibiao(['new', 'project-declaration-2021', '--id', 'x']));
  const { report, quality } = check.results[0];
  const scorecard = json(['score', '--rebind', '--format', 'json'], evaluation).results[0].performance;
  const upload = json(['upload', '--rebind'], evaluation);
  const answers = answered({ ...json(['new', 'project-declaration-2021', '--id', 'y']), cells: { year: '2026' } });
  const judged = json(['check', '--format', 'json'], JSON.stringify(answers)).results[0].report;
  const all = [];
  const change = (schema, value, what, work) => {
    const copy = structuredClone(value);
    work(copy);
    all.push({ schema, what, value: copy });
  };
  const { answered: slip } = slips();
  change('return-slip', slip, 'no digest', (s) => delete s.digest);
  change('return-slip', slip, 'an unknown state', (s) => (s.entries[0].state = 'done'));
  change('return-slip', slip, 'a number for a text', (s) => (s.entries[0].note = 1));
  change('return-slip', slip, 'an entry without what stood there', (s) => delete s.entries[0].was);
  change('document', document, 'no id', (d) => delete d.id);
  change('document', document, 'no pack', (d) => delete d.pack);
  change('document', document, 'a newer version', (d) => (d.jibiao = 2));
  change('document', document, 'the version as text', (d) => (d.jibiao = '1'));
  change('document', document, 'a number in a cell', (d) => (d.cells.year = 2026));
  change('document', document, 'cells as a list', (d) => (d.cells = []));
  change('document', document, 'a row without an id', (d) => delete d.tables.indicators[0].id);
  change('document', document, 'a number in a row', (d) => (d.tables.indicators[0].cells.weight = 10));
  change('document', document, 'a digest cut short', (d) => (d.pack.sha256 = d.pack.sha256.slice(1)));
  change('document', document, 'a negative revision', (d) => (d.revision = -1));
  change('document', document, 'an unknown extent', (d) => (d.extent = 'half'));
  change('document', answers, 'a reason without its rule', (d) => delete d.waivers[0].rule);
  change('document', answers, 'a reason that is no text', (d) => (d.waivers[0].reason = 1));
  change('document', answers, 'reasons by rule', (d) => (d.waivers = { a: d.waivers[0] }));
  change('report', judged, 'no count of reasons', (r) => delete r.waived);
  change('report', judged, 'a reason without words', (r) => delete r.entries.find((entry) => entry.waiver).waiver.reason);
  change('report', judged, 'a reason lapsed for no known cause', (r) => (r.lapsed[0].why = 'late'));
  change('report', judged, 'reasons lapsed, but none', (r) => (r.lapsed = []));
  change('report', report, 'an unknown verdict', (r) => (r.verdict = 'ok'));
  change('report', report, 'a count as text', (r) => (r.counts.blocks = '1'));
  change('report', report, 'no entries', (r) => delete r.entries);
  change('report', report, 'an unknown severity', (r) => (r.entries[0].severity = 'fatal'));
  change('report', report, 'a place without a pointer', (r) => delete r.entries[0].place.pointer);
  change('report', report, 'a pointer that is none', (r) => (r.entries[0].place.pointer = 'cells/year'));
  change('report', report, 'an argument of an unknown type', (r) => (r.entries[0].args = [['a', { type: 'float', value: 1 }]]));
  change('report', report, 'a number that is not text', (r) => (r.entries[0].args = [['a', { type: 'number', value: 1.5 }]]));
  change('report', report, 'an edit that is none', (r) => (r.entries[0].fixes = [{ message: 'm', edit: { edit: 'set-cell', cell: 'a' } }]));
  change('report', report, 'a field of its own', (r) => (r.score = 3));
  change('report', report, 'faults, but none', (r) => (r.faults = []));
  change('scorecard', scorecard, 'a binary float', (s) => (s.total.rounded = 99.2));
  change('scorecard', scorecard, 'an exponent', (s) => (s.weight = '1e2'));
  change('scorecard', scorecard, 'trailing zeros', (s) => (s.weight = '100.00'));
  change('scorecard', scorecard, 'points that are both', (s) => (s.total.low = '0'));
  change('scorecard', scorecard, 'an unknown formula', (s) => (s.lines[0].formula = 'guess'));
  change('scorecard', scorecard, 'a line without a place', (s) => delete s.lines[0].place);
  change('quality', quality, 'a dimension that is none', (q) => (q.lines[0].dimension = 'beauty'));
  change('quality', quality, 'a deduction without points', (q) => (q.lines[0].deductions = [['cell-missing', 1]]));
  change('quality', quality, 'a total as a number', (q) => (q.total = 85));
  change('upload', upload, 'no document', (u) => delete u.document);
  change('upload', upload, 'a broken document', (u) => delete u.document.form);
  change('upload', upload, 'a broken report', (u) => (u.report.stage = 'later'));
  change('upload', upload, 'another version', (u) => (u.jibiao_upload = 2));
  change('check-output', check, 'a result that is neither', (c) => (c.results[0] = { file: 'a' }));
  change('check-output', check, 'a result that is both', (c) => (c.results[0].error = { code: 'not-json', message: 'm' }));
  change('check-output', check, 'results by name', (c) => (c.results = {}));
  const { declaration: exchange, district } = exchanged();
  change('exchange', exchange, 'no tables', (e) => delete e.tables);
  change('exchange', exchange, 'another version', (e) => (e.jibiao_exchange = 2));
  change('exchange', exchange, 'a table that is no list', (e) => (e.tables.PM_PERF_GOAL_INFO = {}));
  change('exchange', exchange, 'a list in a field', (e) => (e.tables.PM_PERF_GOAL_INFO[0].KPI_TARGET = []));
  change('exchange', exchange, 'a blank text for nothing', (e) => (e.tables.PM_PERF_GOAL_INFO[0].PRO_CODE = ''));
  change('exchange', exchange, 'a field that no database takes', (e) => (e.tables.PM_PERF_GOAL_INFO[0]['KPI TARGET'] = 'x'));
  change('exchange', exchange, 'a number for a row', (e) => (e.rows.PM_PERF_INDICATOR[0] = 1));
  change('exchange', exchange, 'a receipt with a sign that is none', (e) => (e.check.receipt = '0000-0000-0000'));
  change('exchange', exchange, 'an unknown verdict', (e) => (e.check.verdict = 'ok'));
  change('exchange', exchange, 'a document without its pack', (e) => delete e.document.pack);
  change('exchange', exchange, 'a field of its own', (e) => (e.more = 1));
  change('exchange', district, 'a binary float', (e) => (e.tables.XM[0].CZ = 4500000.5));
  change('exchange', district, 'a whole number that is none everywhere', (e) => (e.tables.XM[0].CZ = 9007199254740994));
  const { head, verified } = bundled();
  change('bundle', head, 'a newer version', (b) => (b.jibiao_bundle = 2));
  change('bundle', head, 'a folder elsewhere', (b) => (b.documents[0].folder = '../'));
  change('bundle', head, 'a receipt with a sign that is none', (b) => (b.documents[0].receipt = '0000-0000-0000'));
  change('bundle', head, 'a digest in capitals', (b) => (b.documents[0].digest = 'A'.repeat(64)));
  change('verify-output', verified.good, 'no standing', (v) => delete v.results[0].standing);
  change('verify-output', verified.good, 'an unknown standing', (v) => (v.results[0].standing = 'fine'));
  change('verify-output', verified.good, 'an unknown outcome', (v) => (v.results[0].documents[0].outcome = 'fine'));
  change('verify-output', verified.changed, 'a remark without a weight', (v) => delete v.results[0].remarks[0].weight);
  change('verify-output', verified.changed, 'a number in a remark', (v) => (v.results[0].remarks[0].args = { a: 1 }));
  return all;
}
