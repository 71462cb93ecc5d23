// What a person meets at the desk beside the main job: an input method, mistakes, bad files, a browser that keeps nothing.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jibiao } from '../schemas/command.mjs';
import { dist, needed, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ready, withPage } from './drivers.mjs';
import { action, cell, exported, fill, rowCell, rowIds, startForm } from './filling.mjs';

needed(dist);
const tests = join(import.meta.dirname, '..');
const saved = '[data-state="saved"]';
const noPicker = () => {
  // Files are taken by the link, which a test can catch.
  delete window.showSaveFilePicker;
  delete window.showOpenFilePicker;
};

const road = {
  cells: {
    year: '2026',
    'project-name': '青石镇村道硬化',
    department: '青石县交通运输局',
    'implementing-unit': '青石镇人民政府',
    'fund.total.year': '120',
    'fund.fiscal.year': '100',
    'fund.other.year': '10',
    'year-goal': '硬化村道12公里，12个村的1,800户村民雨天出行不再走泥路。',
  },
  rows: [
    { 'level-1': '产出指标', 'level-2': '数量指标', 'level-3': '硬化村道长度', target: '≥12公里' },
    { 'level-1': '产出指标', 'level-2': '质量指标', 'level-3': '工程验收合格率', target: '≥100%' },
    { 'level-1': '效益指标', 'level-2': '社会效益指标', 'level-3': '村民出行条件', target: '明显改善' },
  ],
};

test('an input method composes Chinese inside a cell of the table', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(action('add-row'));
    const [row] = await rowIds(page);
    const name = rowCell(row, 'level-3');
    await page.type(name, '道路');
    // In the middle of a text, while the check after leaving a cell may run: the composition must survive.
    await page.press('ArrowLeft');
    await page.compose(['y', 'yang', 'yang hu'], '养护');
    assert.equal(await page.value(name), '道养护路');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.col), 'level-3');
    await page.press('Tab');
    const { upload } = await exported(page);
    assert.equal(upload.document.tables.indicators[0].cells['level-3'], '道养护路');
  }));

test('half-composed text is neither stored nor judged', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(cell('project-name'));
    const session = await page.raw.context().newCDPSession(page.raw);
    await session.send('Input.imeSetComposition', { text: 'dao lu', selectionStart: 6, selectionEnd: 6 });
    // Enter belongs to the input method while it composes.
    await page.evaluate(() => {
      const input = document.activeElement;
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true }));
    });
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), 'project-name');
    await session.send('Input.insertText', { text: '道路' });
    assert.equal(await page.value(cell('project-name')), '道路');
  }));

test('a mistake is found, explained, mended by one click and taken back by another', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await fill(page, road);
    await page.click(action('check'));
    await page.waitFor('[data-verdict="rejected"]');
    assert.deepEqual(await axe(page), []);
    // The parts of the money are 110 of 120.
    assert.ok(await page.count('[data-rule="fund-sum-mismatch"]'));
    const row = (await rowIds(page))[1];
    const problem = '[data-rule="rate-above-100"]';
    assert.equal(await page.count(problem), 1);
    await page.click(problem);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.row), row);
    // The words under the cell are the cell's description; 必须修改 would also mark it as invalid.
    const told = await page.evaluate((selector) => {
      const ids = document.querySelector(selector).getAttribute('aria-describedby').split(' ');
      return ids.map((id) => document.getElementById(id).textContent).join('');
    }, rowCell(row, 'target'));
    assert.match(told, /工程验收合格率/);
    assert.equal(await page.attribute(cell('fund.total.year'), 'aria-invalid'), 'true');
    await page.click(`[data-row-id="${row}"] ~ tr ${action('why')}, [data-row-id="${row}"] ${action('why')}`);
    await page.waitFor('[data-rule-page]');
    assert.deepEqual(await axe(page), []);
    await page.click(action('dismiss'));
    await page.click(action('fix'));
    await page.waitFor((selector) => document.querySelector(selector).value === '=100%', rowCell(row, 'target'));
    assert.equal(await page.count(problem), 0);
    await page.click(action('undo'));
    await page.waitFor((selector) => document.querySelector(selector).value === '≥100%', rowCell(row, 'target'));
    await page.click(action('results'));
    await page.waitFor('[data-score="quality"]');
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await page.errors(), []);
  }));

test('the page and the command line say the same of one document, to the byte', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await fill(page, road);
    await page.click(action('results'));
    await page.waitFor(action('export-upload'));
    const { text } = await page.download(() => page.click(action('export-upload')));
    const { document } = JSON.parse(text);
    assert.equal(text.trim(), jibiao(['upload', '-'], JSON.stringify(document)).trim());
  }));

test('rows are moved, copied, removed and brought back', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await fill(page, road);
    const names = () => page.evaluate(() => [...document.querySelectorAll('[data-col="level-3"]')].map((input) => input.value));
    const [first, second, third] = road.rows.map((row) => row['level-3']);
    await page.click(rowCell((await rowIds(page))[2], 'level-3'));
    await page.click(action('row-up'));
    assert.deepEqual(await names(), [first, third, second]);
    await page.click(action('row-copy'));
    assert.deepEqual(await names(), [first, third, third, second]);
    await page.click(action('row-remove'));
    await page.click(action('row-remove'));
    assert.equal((await names()).length, 2);
    for (let step = 0; step < 4; step += 1) await page.click(action('undo'));
    assert.deepEqual(await names(), [first, second, third]);
  }));

/** Types, and waits until the page says that it is kept: it says 正在暂存 from the first key on, and 已暂存 afterwards. */
async function typeAndKeep(page, selector, text) {
  await page.evaluate(() => {
    const states = (window.__states = []);
    const note = () => states.push(document.querySelector('#app [data-state]').dataset.state);
    new MutationObserver(note).observe(document.querySelector('#app'), { subtree: true, attributeFilter: ['data-state'] });
  });
  await page.type(selector, text);
  await page.waitFor(() => window.__states.includes('saving') && window.__states.at(-1) === 'saved');
}

test('what the page said to be kept is there again after a reload, and the page is where it was', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await typeAndKeep(page, cell('project-name'), '青石镇村道硬化');
    await typeAndKeep(page, cell('department'), '青石县交通运输局');
    // At most a second of typing may be missing after this; what was kept before it may not.
    await page.type(cell('implementing-unit'), '青石镇');
    await page.reload();
    await page.waitFor(ready);
    await page.waitFor((selector) => document.querySelector(selector)?.value, cell('project-name'));
    assert.equal(await page.value(cell('project-name')), '青石镇村道硬化');
    assert.equal(await page.value(cell('department')), '青石县交通运输局');
    await page.click(action('home'));
    await page.waitFor(action('open-draft'));
    assert.deepEqual(await axe(page), []);
  }));

test('the working file is saved, and opens again as the same document', () =>
  withPage('chromium', { initScript: noPicker }, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await fill(page, road);
    const file = await page.download(() => page.click(action('save-file')));
    assert.match(file.name, /青石镇村道硬化.*\.json$/);
    const document = JSON.parse(file.text);
    assert.equal(document.cells['project-name'], road.cells['project-name']);
    const path = join(mkdtempSync(join(tmpdir(), 'jibiao-')), 'work.json');
    writeFileSync(path, file.text);
    await page.click(action('home'));
    await page.waitFor(action('delete'));
    await page.click(action('delete'));
    await page.waitFor('[data-empty]');
    await page.setFiles('#file-picker', path);
    await page.waitFor(cell('project-name'));
    assert.equal(await page.value(cell('year-goal')), road.cells['year-goal']);
  }));

test('no bad file opens, each is told what is wrong, and the draft at hand stays', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.type(cell('project-name'), '青石镇村道硬化');
    await page.waitFor(saved);
    const folder = join(tests, 'hostile');
    const files = readdirSync(folder).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
    const said = new Set();
    for (const path of files) {
      await page.setFiles('#file-picker', path);
      await page.waitFor('[data-dialog="bad-file"], [data-dialog="other-edition"], [data-dialog="no-pack"]');
      const words = await page.text('[data-dialog]');
      // What is wrong, and what to do or what was left alone.
      assert.match(words, /[。；].*。/s, `${path}: ${words}`);
      assert.deepEqual(await axe(page), [], path);
      said.add(words);
      await page.click(action('dismiss'));
      await page.waitFor(() => !document.querySelector('[data-dialog]'));
      assert.equal(await page.value(cell('project-name')), '青石镇村道硬化', path);
    }
    assert.ok(said.size > 10, 'the sentences differ with the defect');
    assert.deepEqual(await page.errors(), []);
  }));

/** Says yes to what is asked while a file opens: another edition of the pack, a draft that has the same id. */
async function answered(page) {
  const questions = [action('rebind'), action('replace-draft')];
  for (;;) {
    await page.waitFor(`${questions.join(', ')}, ${action('check')}`);
    const asked = await page.evaluate((questions) => questions.find((question) => document.querySelector(question)), questions);
    if (!asked) return;
    await page.click(asked);
    await page.waitFor((asked) => !document.querySelector(asked), asked);
  }
}

test('odd but good files open and are checked', () =>
  withPage('chromium', {}, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    const folder = join(tests, 'hostile/good');
    for (const name of readdirSync(folder)) {
      await page.setFiles('#file-picker', join(folder, name));
      await answered(page);
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      await page.click(action('home'));
      await page.waitFor(action('open-file'));
    }
    assert.deepEqual(await page.errors(), []);
  }));

const denied = () => {
  Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
};
test('a browser that keeps nothing says so before anything is typed, and the work can still be saved as a file', () =>
  withPage('chromium', { initScript: denied }, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor('[data-notice="storage"]');
    assert.deepEqual(await axe(page), []);
    await page.click(action('new:project-declaration-2021'));
    await page.waitFor(cell('project-name'));
    await page.type(cell('project-name'), '青石镇村道硬化');
    await page.waitFor('[data-state="failed"]');
    const { upload } = await exported(page);
    assert.equal(upload.document.cells['project-name'], '青石镇村道硬化');
    assert.deepEqual(await page.errors(), []);
  }));

const full = () => {
  IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };
};
test('a browser whose storage is full says so, and what was typed stays', () =>
  withPage('chromium', { initScript: full }, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.type(cell('project-name'), '青石镇村道硬化');
    await page.press('Tab');
    await page.waitFor('[data-state="failed"]');
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.value(cell('project-name')), '青石镇村道硬化');
    const { upload } = await exported(page);
    assert.equal(upload.document.cells['project-name'], '青石镇村道硬化');
    assert.deepEqual(await page.errors(), []);
  }));

test('hostile text is only ever text', () =>
  withPage('chromium', {}, async (page) => {
    const texts = ['<img src=x onerror="window.hit=1">', '=HYPERLINK("http://127.0.0.1/")', '\u202Eabc', '{{7*7}}', "';--", '😀𠮷'];
    await startForm(page, 'project-declaration-2021');
    await page.click(action('add-row'));
    const [row] = await rowIds(page);
    for (const text of texts) {
      await page.retype(cell('project-name'), text);
      await page.retype(rowCell(row, 'level-3'), text);
      await page.retype(rowCell(row, 'target'), text);
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      const { upload } = await exported(page);
      assert.equal(upload.document.cells['project-name'], text);
      assert.equal(upload.document.tables.indicators[0].cells.target, text);
      await page.click(action('sheet'));
      await page.waitFor(cell('project-name'));
    }
    assert.equal(await page.evaluate(() => window.hit ?? null), null);
    assert.deepEqual(await page.requests(), []);
    assert.deepEqual(await page.errors(), []);
  }));

test('a second window of the same draft only reads until it takes over', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.type(cell('project-name'), '青石镇村道硬化');
    await page.waitFor(saved);
    const second = await page.raw.context().newPage();
    await second.goto(singleFile);
    await second.click(action('open-draft'));
    await second.waitForSelector('[data-notice="other-window"]');
    assert.equal(await second.$eval(cell('project-name'), (input) => input.readOnly), true);
    await second.click(action('take-over'));
    await second.waitForFunction((selector) => !document.querySelector(selector).readOnly, cell('project-name'));
    await page.waitFor('[data-notice="other-window"]');
    await second.close();
  }));

for (const [name, viewport] of [['a phone', { width: 390, height: 844 }], ['an office screen', { width: 1366, height: 768 }]]) {
  test(`nothing is cut off and nothing is found by axe on ${name}`, () =>
    withPage('chromium', { viewport }, async (page) => {
      await page.goto(singleFile);
      await page.waitFor(ready);
      assert.deepEqual(await axe(page), []);
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(await wider(), 0);
      await page.click(action('new:project-self-evaluation-2015'));
      await page.waitFor(cell('project-name'));
      assert.deepEqual(await axe(page), []);
      assert.equal(await wider(), 0);
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      assert.deepEqual(await axe(page), []);
    }));
}

test('the two languages say the same things', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(action('home'));
    await page.waitFor(action('language'));
    await page.click(action('language'));
    await page.waitFor(() => document.documentElement.lang === 'en');
    assert.deepEqual(await axe(page), []);
    assert.doesNotMatch(await page.text('#app'), /[\u4e00-\u9fff]{12,}/, 'no Chinese sentence is left');
  }));

test('a worked document opens clean', () =>
  withPage('chromium', {}, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    for (const name of ['declaration-2021', 'self-evaluation-2015']) {
      const path = join(tests, 'documents', `${name}.json`);
      const { cells } = JSON.parse(readFileSync(path, 'utf8'));
      await page.setFiles('#file-picker', path);
      await answered(page);
      await page.waitFor((selector, text) => document.querySelector(selector)?.value === text, cell('project-name'), cells['project-name']);
      await page.click(action('check'));
      await page.waitFor('[data-verdict^="accepted"]');
      assert.deepEqual(await axe(page), []);
      await page.click(action('home'));
      await page.waitFor(action('open-file'));
    }
  }));
