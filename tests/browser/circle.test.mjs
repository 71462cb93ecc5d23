// The yearly circle on the page: one document is made from another, what was approved stays, and changes are told.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell, exported, fill, rowCell, rowIds, startForm } from './filling.mjs';

needed(dist);

const folder = mkdtempSync(join(tmpdir(), 'jibiao-circle-'));
after(() => rmSync(folder, { recursive: true }));

const DECLARATION = 'project-declaration-2021';
const EVALUATION = 'project-self-evaluation-2021';
const target = '[data-row][data-col="target"]';

const project = (name, amount) => ({
  cells: {
    year: '2026',
    'project-name': name,
    department: '某县城市管理局',
    'fund.total.year': amount,
    'fund.fiscal.year': amount,
    'year-goal': '维护步道5.2公里，行人满意度不低于90%。',
  },
  rows: [
    { 'level-1': '产出指标', 'level-2': '数量指标', 'level-3': '维护步道长度', target: '≥5.2公里' },
    { 'level-1': '满意度指标', 'level-2': '服务对象满意度指标', 'level-3': '行人满意度', target: '≥90%' },
  ],
});

/** A declaration, typed and kept; the page is left at the list of drafts. */
async function declare(page, work) {
  await startForm(page, DECLARATION);
  assert.equal(await page.count(cell('adjustment-reason')), 0, 'nothing is adjusted yet');
  await fill(page, work);
  await page.waitFor('[data-state="saved"]');
  await page.click(action('home'));
  await page.waitFor(action('next'));
}

async function next(page, relation, form) {
  await page.click(action('next'));
  await page.waitFor('[data-dialog="next"]');
  const step = `[data-action="next:${relation}:${form}"]`;
  await page.waitFor(step);
  await page.click(step);
  await page.waitFor('.origins');
}

/** What stands in an input, once the page says so. */
const shows = (page, selector, text) =>
  page.waitFor((selector, text) => document.querySelector(selector)?.value === text, selector, text);

for (const engine of ENGINES) {
  test(`approved targets are locked in the self-evaluation; a changed one is found and put back: ${engine}`, () =>
    withPage(engine, {}, async (page) => {
      await declare(page, project('滨河步道维护', '48.6'));
      assert.deepEqual(await axe(page), []);
      await page.click(action('next'));
      await page.waitFor('[data-dialog="next"]');
      assert.deepEqual(await axe(page), []);
      await page.click(`[data-action="next:approved:${EVALUATION}"]`);
      await page.waitFor('.origins');
      assert.match(await page.text('.origins'), /批复的目标.*项目支出绩效目标申报表.*摘要 [0-9a-f]{8}/);
      await page.waitFor('.origin-good');
      assert.equal(await page.value(cell('fund.total.initial')), '48.6');
      assert.equal(await page.value(target), '≥5.2公里');
      const locked = await page.evaluate((selector) => {
        const input = document.querySelector(selector);
        return [input.readOnly, input.closest('[data-lock]').dataset.lock, document.getElementById(input.getAttribute('aria-describedby').split(' ')[0]).textContent];
      }, target);
      assert.equal(locked[0], true);
      assert.equal(locked[1], 'approved');
      assert.match(locked[2], /批复的目标/);
      await page.click(target);
      await page.press('9');
      assert.equal(await page.value(target), '≥5.2公里', 'ordinary typing leaves it');
      // The row that was approved is not taken out either.
      assert.equal(await page.evaluate((tool) => document.querySelector(tool).disabled, action('row-remove')), true);
      assert.deepEqual(await axe(page), []);

      // Somebody changes the file itself.
      const file = await page.download(() => page.click(action('save-file')));
      const document = JSON.parse(file.text);
      document.tables.indicators[0].cells.target = '≥4公里';
      const forged = join(folder, `${engine}.json`);
      writeFileSync(forged, JSON.stringify(document));
      await page.setFiles('#file-picker', forged);
      await page.waitFor('[data-dialog="clash"]');
      await page.click(action('replace-draft'));
      await shows(page, target, '≥4公里');
      await page.waitFor(action('show-changes'));
      assert.match(await page.text('.changes'), /维护步道长度.*≥5\.2公里.*≥4公里/);
      await page.click(action('check'));
      const found = '.problems [data-rule="approved-changed"]';
      await page.waitFor(found);
      assert.deepEqual(await axe(page), []);
      await page.click(`.row-notes ${action('fix')}`);
      await shows(page, target, '≥5.2公里');
      assert.equal(await page.count(found), 0);
      assert.equal(await page.count(action('show-changes')), 0);
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(await page.requests(), []);
    }));

  test(`an adjustment lists what was and what is; the next year counts on: ${engine}`, () =>
    withPage(engine, {}, async (page) => {
      await declare(page, project('滨河步道维护', '48.6'));
      await next(page, 'adjusted', DECLARATION);
      assert.equal(await page.count('.changes'), 0);
      await page.retype(cell('fund.total.year'), '40');
      await page.retype(cell('adjustment-reason'), '下半年压减一般性支出。');
      await page.press('Tab');
      await page.waitFor('.changes');
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll('.changes tbody tr')].map((row) => [...row.cells].slice(1).map((cell) => cell.textContent)),
      );
      assert.deepEqual(rows, [['48.6', '40'], ['（空）', '下半年压减一般性支出。']]);
      // Where it changed is one press away.
      await page.click(action('go-to-change'));
      await page.waitFor((id) => document.activeElement?.dataset.cell === id, 'fund.total.year');
      assert.deepEqual(await axe(page), []);
      const { upload } = await exported(page);
      assert.equal(upload.document.origins[0].relation, 'adjusted');
      assert.equal(upload.document.cells['fund.total.year'], '40');

      await page.click(action('next'));
      await page.waitFor(`[data-action="next:last-year:${DECLARATION}"]`);
      await page.click(`[data-action="next:last-year:${DECLARATION}"]`);
      await shows(page, cell('year'), '2027');
      assert.equal(await page.value(cell('project-name')), '滨河步道维护');
      assert.equal(await page.value(cell('fund.total.year')), '');
      assert.equal((await rowIds(page)).length, 2);
      assert.equal(await page.count(cell('adjustment-reason')), 0);
      assert.deepEqual(await page.errors(), []);
    }));

  test(`another result is tried on the score without a trace in the document: ${engine}`, () =>
    withPage(engine, {}, async (page) => {
      await startForm(page, EVALUATION);
      await fill(page, {
        cells: { year: '2026', 'project-name': '滨河步道维护', 'fund.total.annual': '50', 'fund.total.executed': '50' },
        rows: [
          { 'level-1': '产出指标', 'level-2': '数量指标', 'level-3': '维护步道长度', target: '≥5公里', actual: '4公里', weight: '90' },
        ],
      });
      await page.click(action('results'));
      await page.waitFor('[data-score]');
      // By hand: 10 for the funds, 90 × 4 ÷ 5 = 72 for the row.
      assert.match(await page.text('[data-total="computed"]'), /^82(\.0+)?$/);
      const line = '[data-line="1"]';
      await page.click(`${line} ${action('open-line')}`);
      await page.waitFor('.derivation');
      assert.match(await page.text('.derivation p'), /90 × min\(1, 4 公里 ÷ 5 公里\) = 72/);
      await page.retype('[data-try="1"]', '4.5公里');
      // 90 × 4.5 ÷ 5 = 81, with 10 for the funds 91.
      await page.waitFor(() => /由 82[^0-9].*变为 91[^0-9]/.test(document.querySelector('[data-trial]')?.textContent ?? ''));
      assert.match(await page.text(`${line} .trial-points`), /81/);
      assert.match(await page.text('.trial-line'), /90 × min\(1, 4\.5 公里 ÷ 5 公里\) = 81/);
      assert.deepEqual(await axe(page), []);
      const { upload } = await exported(page);
      assert.equal(upload.document.tables.indicators[0].cells.actual, '4公里');
      assert.equal(upload.performance.total.rounded, '82');
      await page.click(action('sheet'));
      const [row] = await rowIds(page);
      assert.equal(await page.value(rowCell(row, 'actual')), '4公里');
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a department begins with the sums of its projects', () =>
  withPage('chromium', {}, async (page) => {
    await declare(page, project('滨河步道维护', '48.6'));
    await declare(page, project('城区绿化养护', '120'));
    await page.click(action('next'));
    const step = '[data-action="next:part:department-declaration"]';
    await page.waitFor(step);
    await page.click(step);
    await page.waitFor('[data-part] + [data-part]');
    assert.deepEqual(await axe(page), []);
    const boxes = () => page.evaluate(() => [...document.querySelectorAll('[data-part] input')].map((box) => box.checked));
    assert.deepEqual(await boxes(), [true, false], 'the one that was asked for is chosen');
    await page.click('[data-part] + [data-part] input');
    await page.click(action('make'));
    await page.waitFor('.origins');
    assert.equal(await page.attribute('.origins', 'data-origins'), '2');
    const amounts = await page.evaluate(() => [...document.querySelectorAll('[data-table="tasks"][data-col="line-amount"]')].map((input) => input.value));
    assert.deepEqual(amounts.toSorted(), ['120', '48.6']);
    // 48.6 and 120.
    assert.match(await page.text('[data-sums]'), /168\.6/);
    assert.deepEqual(await page.errors(), []);
  }));

/** A county's pack that states bounds and what follows from them; the nation states none. */
const county = (nation) => ({
  pack: { id: 'a-county', edition: '1', name: { zh: '某县', en: 'A county' }, extends: { id: nation.id, edition: nation.edition } },
  scoring: {
    monitoring: {
      lights: [
        { light: 'red', measure: 'execution-rate', below: '70', basis: '某县〔2026〕1号' },
        { light: 'green', measure: 'expected-rate', above: '90' },
      ],
    },
    advice: [
      { purposes: ['monitoring'], when: { lights: ['red'] }, says: { zh: '暂缓拨款', en: 'Hold payments back' }, basis: ['某县〔2026〕1号'] },
    ],
  },
});

test('a monitoring sheet shows its measures, lights by shape and name, and what follows', () =>
  withPage('chromium', {}, async (page) => {
    const sheet = JSON.parse(readFileSync(join(root, 'tests', 'documents', 'monitoring-2021.json'), 'utf8'));
    const pack = join(folder, 'county.json');
    writeFileSync(pack, JSON.stringify(county(sheet.pack)));
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor(action('open-pack'));
    await page.setFiles('#pack-picker', pack);
    await page.waitFor('[data-pack]');
    const digest = await page.attribute('[data-pack]', 'data-pack');
    const file = join(folder, 'monitoring.json');
    writeFileSync(file, JSON.stringify({ ...sheet, pack: { id: 'a-county', edition: '1', sha256: digest } }));
    await page.setFiles('#file-picker', file);
    await page.waitFor(cell('monitored-to'));
    await page.click(action('results'));
    await page.waitFor('[data-score="monitoring"]');
    // By hand: 296.5 ÷ 486.5 = 60.945 %, below 70; 486.5 of 486.5 is expected.
    const rate = '[data-measure="execution-rate"]';
    assert.match(await page.text(rate), /60\.9[45]? %.*红灯.*低于 70 %.*某县〔2026〕1号/);
    assert.equal(await page.count(`${rate} .lamp svg`), 1, 'the light has a shape');
    assert.match(await page.text('[data-measure="expected-rate"]'), /100(\.0+)? %.*绿灯/);
    assert.equal(await page.text('[data-light]'), '红灯', 'the most serious light counts');
    assert.match(await page.text('[data-advice]'), /暂缓拨款.*红灯.*某县〔2026〕1号/);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await page.errors(), []);
  }));

test('a rating sheet shows bounds while items are open, then points and grade', () =>
  withPage('chromium', {}, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor(action('open-file'));
    await page.setFiles('#file-picker', join(root, 'tests', 'documents', 'target-review-key.json'));
    const score = '[data-row="complete-form"][data-col="score"]';
    await page.waitFor(score);
    // Printed texts are text, and printed rows have no tools.
    assert.equal(await page.count('[data-row="complete-form"]'), 2, 'points and reason alone take typing');
    assert.equal(await page.count(action('row-remove')), 0);
    await page.click(action('results'));
    await page.waitFor('[data-score="rating"]');
    // 10 + 9 + 15 + 14 + 14 + 14 + 10 + 9
    assert.match(await page.text('[data-total="computed"]'), /^95(\.0+)?$/);
    assert.match(await page.text('[data-score="rating"] .score-total'), /优/);
    assert.deepEqual(await axe(page), []);
    await page.click(action('sheet'));
    await page.waitFor(score);
    await page.retype(score, '');
    await page.press('Tab');
    await page.click(action('results'));
    await page.waitFor('[data-score="rating"]');
    assert.match(await page.text('[data-total="computed"]'), /^85(\.0+)? ～ 95(\.0+)?$/);
    assert.deepEqual(await page.errors(), []);
  }));

test('each table says what belongs into it, and what its amounts come to', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-application-2021');
    const costs = '[data-section]:has(#t\\:costs)';
    assert.match(await page.text(`${costs} .empty`), /“成本构成”.*支出内容/);
    assert.doesNotMatch(await page.text(costs), /指标|符号/);
    await page.type(cell('fund.total.year'), '300');
    await page.click(`${costs} ${action('add-row')}`);
    const amount = '[data-table="costs"][data-col="line-amount"]';
    await page.waitFor(amount);
    await page.type(amount, '251');
    await page.press('Tab');
    await page.waitFor('[data-sums]');
    assert.match(await page.text('[data-sums]'), /金额251 \/ .*300还剩 49/);
    assert.deepEqual(await axe(page), []);
  }));
