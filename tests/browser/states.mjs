// The states that a person meets, one after the other, for tests that look at every one of them in their own way.
//
//   for (const [name, walk] of Object.entries(WALKS)) {
//     await withPage('chromium', {}, (page) => walk(page, async (state) => { … look at the page … }));
//   }
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, singleFile } from '../tools.mjs';
import { ready } from './drivers.mjs';
import { action, begin, cell, rowCell } from './filling.mjs';

const read = (path) => readFileSync(join(root, 'tests', path), 'utf8');
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-states-'));

function written(name, content) {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

/** A worked document with mistakes: four rows without a target, one that says little, and a total that is not the sum. */
export function spoilt() {
  const document = JSON.parse(read('documents/declaration-2021.json'));
  for (const row of document.tables.indicators.slice(2, 6)) delete row.cells.target;
  document.tables.indicators.at(-1).cells.target = '明显改善';
  document.cells['fund.fiscal.year'] = '1';
  return document;
}

/** Opens the page, and a document in it where one is given. */
export async function openPage(page, document) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor('[data-empty], [data-draft]');
  if (document) await openDocument(page, document);
}

async function openDocument(page, document) {
  await page.setFiles('#file-picker', [written('甲.json', JSON.stringify(document))]);
  await page.waitFor('#sheet');
}

const closed = (page) => page.waitFor(() => !document.getElementById('dialog'));
const saved = (page) => page.waitFor('[data-state="saved"]');

/** Presses what small screens fold away: steps behind their button, the rest behind 更多. */
async function press(page, name, behind) {
  if (!(await page.isVisible(action(name)))) await page.click(action(behind));
  await page.click(action(name));
}

const step = (page, name) => press(page, name, 'tasks');

/** Closes the panel that lies over the sheet on a small screen. */
async function uncover(page, name) {
  if (await page.isVisible(action(name))) await page.click(action(name));
}

async function filling(page, visit) {
  await openPage(page);
  await visit('home without drafts');
  await begin(page, 'project-declaration-2021');
  await page.waitFor(cell('project-name'));
  await visit('blank sheet');
  await page.click(action('starter-rows'));
  await page.waitFor(rowCell('r1', 'level-3'));
  await page.click(rowCell('r1', 'level-3'));
  await page.paste({ 'text/html': read('clipboard/excel-declaration.html'), 'text/plain': read('clipboard/excel-declaration.txt') });
  await page.waitFor('[data-dialog="paste"]');
  await visit('paste');
  await page.click(action('paste-take'));
  await closed(page);
  await visit('sheet with rows');
  await page.click(action('as-cards'));
  await page.waitFor('.is-cards');
  await visit('cards');
  await page.click(action('as-table'));
  await page.waitFor(() => !document.querySelector('.is-cards'));
  await page.click(action('library'));
  await page.waitFor('.library-row');
  await visit('library');
  await uncover(page, 'library-close');
  await page.click(action('home'));
  await page.waitFor('[data-draft]');
  await visit('home with drafts');
}

async function checking(page, visit) {
  await openPage(page, spoilt());
  await page.click(action('check'));
  await page.waitFor('[data-verdict="rejected"]');
  await visit('list of problems');
  await page.click(`.problems ${action('why')}`);
  await page.waitFor('#dialog');
  await visit('why');
  await page.click(action('dismiss'));
  await closed(page);
  const answered = await page.evaluate((answer) => {
    const tool = document.querySelector(answer);
    tool?.setAttribute('data-here', '');
    return Boolean(tool);
  }, `.problems ${action('answer')}`);
  if (!answered) throw new Error('no finding takes a reason');
  await page.click('[data-here]');
  await page.waitFor('#reason');
  await page.type('#reason', '见附件');
  await page.press('Control+Enter');
  await page.waitFor('#reason-refused');
  await visit('reason that is refused');
  await page.press('Escape');
  await closed(page);
  await uncover(page, 'close-problems');
  await step(page, 'results');
  await page.waitFor('#result');
  await visit('results of a declaration');
  await press(page, 'review', 'more');
  await page.waitFor('.review');
  await visit('review report');
}

async function scoring(page, visit) {
  await openPage(page, JSON.parse(read('documents/self-evaluation-2015.json')));
  await visit('self-evaluation');
  await step(page, 'results');
  await page.waitFor('[data-chart="categories"]');
  await visit('scores and charts');
  await page.click(action('open-line'));
  await page.waitFor('.derivation');
  await visit('a line of the scores opened');
  await openPage(page, JSON.parse(read('documents/monitoring-2021.json')));
  await visit('monitoring');
  await step(page, 'results');
  await page.waitFor('[data-measure]');
  await visit('measures of monitoring');
  await openPage(page, JSON.parse(read('documents/target-review-key.json')));
  await visit('rows that are printed');
}

async function handing(page, visit) {
  const mine = JSON.parse(read('documents/declaration-2021.json'));
  await openPage(page, mine);
  await step(page, 'hand-in');
  await page.waitFor(action('pack'));
  await visit('hand-in');
  await page.setFiles('#attachment-picker', [written('现场照片.txt', '照片')]);
  await page.waitFor('[data-attachments="1"]');
  const bundle = await page.download(() => page.click(action('pack')));
  await page.waitFor('[data-bundle="even"]');
  await visit('hand-in with a bundle');
  await page.click('.sealing > summary');
  await page.click('input[name="sealing"][value="passphrase"]');
  await page.waitFor('[data-sealing="passphrase"]');
  await visit('bundle to be encrypted');
  await page.click('input[name="sealing"][value="not"]');
  await page.waitFor('[data-sealing="not"]');
  const workbook = await page.download(() => page.click(action('workbook')));

  await page.setFiles('#file-picker', [written('报送包.zip.age', 'age-encryption.org/v1\n')]);
  await page.waitFor('[data-dialog="sealed"]');
  await visit('encrypted bundle');
  await page.click(`.dialog-buttons ${action('dismiss')}`);
  await closed(page);
  await page.setFiles('#file-picker', [written('报送包.zip', bundle.bytes)]);
  await page.waitFor('[data-dialog="verified"]');
  await visit('verified bundle');
  await page.click(action('dismiss'));
  await closed(page);
  await page.setFiles('#file-picker', [written('表.xlsx', workbook.bytes)]);
  await page.waitFor('[data-dialog="imported"]');
  await visit('workbook to be imported');
  await page.click(action('dismiss'));
  await closed(page);

  await page.click(action('sheet'));
  await page.waitFor(cell('department'));
  await page.retype(cell('department'), '青石县交通运输局（新）');
  await page.press('Tab');
  await saved(page);
  mine.cells.department = '青石县公路局';
  await page.setFiles('#file-picker', [written('乙.json', JSON.stringify(mine))]);
  await page.waitFor('[data-dialog="clash"]');
  await visit('clash of two copies');
  await page.click(action('merge'));
  await page.waitFor('[data-dialog="merge"]');
  await visit('merge');
}

/** What a reviewer sends back of a document: what the check finds at one place, and a comment on a row. */
export function returned(document) {
  const entry = (n, at, was, rest) => ({ n, at, was, state: 'open', ...rest });
  const found = { rule: 'fund-sum-mismatch', severity: 'blocks', what: '年度资金总额与各来源之和不等', do: '请核对' };
  return {
    jibiao_slip: 1,
    document: document.id,
    revision: document.revision,
    digest: '0'.repeat(64),
    pack: document.pack,
    form: document.form,
    stage: 'review',
    reviewer: '绩效科',
    date: '2026-03-31',
    entries: [
      entry(1, { cell: 'fund.total.year' }, { text: document.cells['fund.total.year'] }, { finding: found }),
      entry(2, { cell: 'department' }, { text: document.cells.department }, { comment: '写全称' }),
      entry(3, { table: 'indicators', row: 'r3' }, { cells: document.tables.indicators[2].cells }, { comment: '依据是什么', name: '标志标牌' }),
    ],
  };
}

async function returning(page, visit) {
  const document = spoilt();
  const slip = written('退回单.json', JSON.stringify(returned(document)));
  await openPage(page);
  await page.setFiles('#file-picker', [slip]);
  await page.waitFor('[data-dialog="slip-waits"]');
  await visit('slip without its document');
  await page.setFiles('#file-picker', [written('甲.json', JSON.stringify(document))]);
  await page.waitFor('[data-slip="3"]');
  await closed(page);
  await visit('return slip');
  await page.type('#slip-note\\:1', '按批复');
  await uncover(page, 'slip-close');
  await page.retype(cell('department'), '青石县交通运输局（本级）');
  await page.press('Tab');
  await saved(page);
  await step(page, 'hand-in');
  await page.waitFor('[data-slip-handing="1"]');
  await visit('hand-in with a return slip');
  await page.click(action('slip-back'));
  await page.waitFor('[data-slip-counts="1 1 1"]');
  await visit('return slip with answers');
}

/** Whoever reviews a document writes what has to be changed, and the slip goes out. */
async function sendingBack(page, visit) {
  await openPage(page, spoilt());
  await page.click(action('more'));
  await page.click(action('return'));
  await page.waitFor('[data-returning]');
  await visit('writing a return slip');
  await uncover(page, 'returning-close');
  await page.click(rowCell('r1', 'target'));
  if (!(await page.isVisible('[data-returning]'))) {
    await page.click(action('more'));
    await page.click(action('return'));
  }
  await page.click(action('returning-on'));
  await page.type('#returning\\:1', '依据是什么');
  await saved(page);
  await visit('writing a return slip with a comment');
}

/** The next slip, after one that was answered: an answer beside what is asked for again, a comment taken out, alike findings. */
async function sendingBackAgain(page, visit) {
  const document = spoilt();
  await openPage(page, document);
  await page.setFiles('#file-picker', [written('退回单.json', JSON.stringify(returned(document)))]);
  await page.waitFor('[data-slip="3"]');
  await page.type('#slip-note\\:1', '按批复');
  await page.waitFor('[data-slip-counts="2 0 1"]');
  await uncover(page, 'slip-close');
  await page.click(action('more'));
  await page.click(action('return'));
  await page.waitFor('[data-returning-before="2"]');
  await page.click(`li[data-returning-before="2"] ${action('returning-again-for')}`);
  await page.waitFor('[data-returning-own="1"]');
  await page.click(`li[data-returning-before="3"] ${action('returning-again-for')}`);
  await page.waitFor('[data-returning-own="2"]');
  await page.click(`[data-returning-own="1"] ${action('returning-remove')}`);
  await page.waitFor('[data-returning-out="1"]');
  await page.click(action('returning-unfold'));
  await page.waitFor('[data-returning-rule] [data-returning-found]');
  await saved(page);
  await visit('writing the next return slip');
  await uncover(page, 'returning-close');
  await page.click(action('returning-drop'));
  await page.waitFor('[data-dialog="drop-slip"]');
  await visit('return slip to be given up');
}

/** Many drafts, what is done with them, and what one sees of others while filling one. */
async function listing(page, visit) {
  const projects = ['县道养护', '桥梁检测', '公路安全设施更新', '道路照明', '公交站台', '应急抢险', '驿站建设', '超限检测'];
  await openPage(page);
  await page.click(action('batch'));
  await page.choose('#batch-form', 'project-declaration-2021');
  await page.click('[data-list-here]');
  const lines = projects.map((name, at) => `${name}\t青石县${at % 2 ? '公路局' : '交通局'}\t${at + 2}0\t甲`);
  await page.paste({ 'text/plain': ['项目名称\t主管部门\t年度资金申请总额\t项目负责人', ...lines].join('\n') });
  await page.waitFor('[data-batch="sum"]');
  await visit('list of projects');
  await page.click(action('batch-make'));
  await page.waitFor('[data-dialog="batch-done"]');
  await visit('drafts made of a list');
  await page.press('Escape');
  await closed(page);
  await openDocument(page, spoilt());
  await page.click(action('check'));
  await page.waitFor('[data-verdict]');
  await uncover(page, 'close-problems');
  await saved(page);
  await page.click(action('home'));
  await page.waitFor('[data-stand="trouble"]');
  await page.click('.glance summary');
  await visit('list of drafts');
  await page.click('[data-draft] .drafts-choice input');
  await page.waitFor('.deeds');
  await visit('drafts chosen');
  await page.click(action('delete-chosen'));
  await page.waitFor('[data-notice="undo"]');
  await visit('drafts deleted');
  await begin(page, 'project-declaration-2021');
  await page.waitFor(cell('project-name'));
  await page.type(cell('project-name'), '公路安全设施更新');
  await page.click(action('example-first'));
  await page.waitFor('.example-value');
  await visit('example beside the form');
  await uncover(page, 'example-close');
  await page.click(action('more'));
  await page.waitFor('.menu-items');
  await visit('menu');
  await page.click(action('keys'));
  await page.waitFor('.keys');
  await visit('keys');
}

export const WALKS = { filling, checking, scoring, handing, returning, sendingBack, sendingBackAgain, listing };
