// 我的填报 with many drafts: looking for one, several at once, all of them.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dist, needed, python, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ready, withPage } from './drivers.mjs';
import { action, cell } from './filling.mjs';

needed(dist);
const folder = mkdtempSync(join(tmpdir(), 'jibiao-home-'));
after(() => rmSync(folder, { recursive: true }));
const tests = join(import.meta.dirname, '..');
const worked = join(tests, 'documents/declaration-2021.json');

/** Puts so many drafts into the browser, copies of a worked one; `change(card, at)` says how each differs. */
async function stocked(page, count, change = () => ({})) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor('[data-empty]');
  await page.setFiles('#file-picker', worked);
  await page.waitFor(cell('project-name'));
  await page.waitFor('[data-state="saved"]');
  const changes = Array.from({ length: count }, (_, at) => change(at));
  await page.evaluate(async (changes) => {
    const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const database = await done(indexedDB.open('jibiao'));
    const stores = database.transaction(['cards', 'drafts'], 'readwrite');
    const [cards, drafts] = ['cards', 'drafts'].map((name) => stores.objectStore(name));
    // Behind the document stand its steps.
    const document = (await done(drafts.getAll()))[0].split('\u001e')[0];
    const [card, draft] = [JSON.parse((await done(cards.getAll()))[0]), JSON.parse(document)];
    cards.clear();
    drafts.clear();
    for (const [at, change] of changes.entries()) {
      const id = `d${at}`;
      cards.put(JSON.stringify({ ...card, id, changed: 1_750_000_000_000 + at * 3_600_000, ...change }), id);
      const cells = { ...draft.cells, 'project-name': change.project ?? card.project };
      drafts.put(JSON.stringify({ ...draft, id, cells }), id);
    }
    await new Promise((resolve) => { stores.oncomplete = resolve; });
    database.close();
  }, changes);
  await page.evaluate(() => { location.hash = ''; });
  await page.reload();
  await page.waitFor(ready);
  await page.waitFor('[data-draft]');
}

const bureaus = ['县交通运输局', '县教育局', '县水利局'];
const thirty = (at) => ({
  project: `${['道路养护', '学校修缮', '饮水安全'][at % 3]}${at + 1}期`,
  code: `P2026${String(at).padStart(3, '0')}`,
  department: bureaus[at % 3],
  year: at < 10 ? '2025' : '2026',
  sections: 5,
  done: at % 5 === 0 ? 5 : 2,
  problems: at % 5 === 1 ? 3 : null,
  begun: true,
});
const names = (page) => page.evaluate(() => [...document.querySelectorAll('[data-action="open-draft"]')].map((button) => button.textContent));
const stand = (name) => `[data-stand="${name}"]`;
const standing = async (page, name) => Number((await page.text(`${stand(name)} b`)) ?? 0);

for (const engine of ['chromium', 'firefox']) {
  test(`${engine}: thirty drafts are searched, filtered and sorted`, () =>
    withPage(engine, {}, async (page) => {
      await stocked(page, 30, thirty);
      assert.deepEqual(await axe(page), []);
      assert.equal((await names(page)).length, 30);
      assert.equal((await names(page))[0], '饮水安全30期', 'the one that was changed last comes first');
      assert.equal(await page.attribute(action('begin'), 'aria-expanded'), 'false', 'the list has the screen');
      assert.equal(await page.count('.form-card'), 0);

      // Each word has to stand somewhere: in project, code, department, form.
      await page.type('#search', '2026 教育局');
      await page.waitFor(() => document.querySelectorAll('[data-draft]').length === 10);
      await page.retype('#search', '教育局 2期');
      await page.waitFor(() => document.querySelectorAll('[data-draft]').length === 1);
      assert.deepEqual(await names(page), ['学校修缮2期']);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
      await page.retype('#search', 'ｐ2026007');
      await page.waitFor(() => document.querySelectorAll('[data-draft]').length === 1);
      assert.deepEqual(await names(page), ['学校修缮8期'], 'a code in wide letters is the same code');
      await page.retype('#search', '没有这个');
      await page.waitFor('[data-none]');
      assert.deepEqual(await axe(page), []);
      await page.click(action('unfilter'));
      assert.equal(await page.value('#search'), '');

      // 10 of 2025; every fifth is complete, every fifth has problems.
      await page.choose('#of-year', '2025');
      assert.deepEqual([await standing(page, 'all'), await standing(page, 'done'), await standing(page, 'trouble')], [10, 2, 2]);
      await page.click(stand('trouble'));
      assert.deepEqual((await names(page)).length, 2);
      assert.equal(await page.attribute(stand('trouble'), 'aria-pressed'), 'true');
      await page.click(action('unfilter'));
      assert.deepEqual([await standing(page, 'all'), await standing(page, 'done'), await standing(page, 'trouble')], [30, 6, 6]);

      await page.click(action('sort-project'));
      // By their sounds (dào, xué, yǐn), and the numbers in them by their size.
      assert.deepEqual((await names(page)).slice(0, 3), ['道路养护1期', '道路养护4期', '道路养护7期']);
      const order = () => page.evaluate(() => document.querySelector('[data-action="sort-project"]').closest('th').getAttribute('aria-sort'));
      assert.equal(await order(), 'ascending');
      await page.click(action('sort-project'));
      assert.equal((await names(page))[0], '饮水安全30期');
      assert.equal(await order(), 'descending');
      await page.click(action('sort-year'));
      assert.equal((await names(page))[0], '饮水安全30期', 'the last year first, and in it what was changed last');
      assert.equal((await names(page))[20], '道路养护10期');

      // The roads bureau has six of 2026: the 16th is complete, the 22nd has problems.
      await page.click('.glance summary');
      const rows = await page.evaluate(() => [...document.querySelectorAll('.glance tbody tr')].map((row) => [...row.cells].slice(0, 6).map((cell) => cell.textContent)));
      assert.equal(rows.length, 6);
      assert.deepEqual(rows.find((row) => row[0] === '2026' && row[1] === '县交通运输局'), ['2026', '县交通运输局', '1', '1', '4', '0']);
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: several are put away, come back, are deleted and brought back`, () =>
    withPage(engine, {}, async (page) => {
      await stocked(page, 12, thirty);
      const choose = (id) => page.click(`[data-draft="${id}"] input`);
      await choose('d10');
      await choose('d9');
      await page.click(action('archive-chosen'));
      await page.waitFor(() => !document.querySelector('[data-draft="d10"]'));
      assert.equal((await names(page)).length, 10);
      assert.equal(await page.evaluate(() => document.activeElement.closest('tr').dataset.draft), 'd8', 'the focus goes on with the next');
      await page.click(stand('archived'));
      assert.equal((await names(page)).length, 2);
      await page.click('#choose-all');
      assert.deepEqual(await axe(page), []);
      await page.click(action('return-chosen'));
      await page.waitFor('[data-none]');
      await page.click(stand('all'));
      assert.equal((await names(page)).length, 12);

      // All that the search lets through, and no others.
      await page.type('#search', '学校');
      await page.waitFor(() => document.querySelectorAll('[data-draft]').length === 4);
      await page.click('#choose-all');
      await page.click(action('delete-chosen'));
      await page.waitFor('[data-none]');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'mine');
      await page.click(action('unfilter'));
      assert.equal((await names(page)).length, 8);
      assert.match(await page.text('[data-notice="undo"]'), /4 份/);
      await page.reload();
      await page.waitFor('[data-draft]');
      assert.equal((await names(page)).length, 8, 'they are gone from the disk as well');
      await page.click(`[data-draft="d0"] ${action('delete')}`);
      await page.waitFor(() => !document.querySelector('[data-draft="d0"]'));
      await page.press('Control+z');
      await page.waitFor('[data-draft="d0"]');
      assert.equal(await page.evaluate(() => document.activeElement.closest('tr').dataset.draft), 'd0');
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: everything is cleared only when it was said twice`, () =>
    withPage(engine, {}, async (page) => {
      await stocked(page, 3, thirty);
      assert.equal(await page.count('#search'), 0, 'three drafts need no search');
      await page.click(action('clear'));
      await page.waitFor('[data-dialog="clear"]');
      assert.match(await page.text('#dialog'), /3 份草稿/);
      assert.deepEqual(await axe(page), []);
      assert.equal(await page.count(action('clear-now')), 0);
      await page.click(action('clear-go'));
      await page.waitFor(action('clear-now'));
      await page.press('Escape');
      assert.equal((await names(page)).length, 3);
      await page.click(action('clear'));
      await page.click(action('clear-go'));
      await page.click(action('clear-now'));
      await page.waitFor('[data-empty]');
      assert.equal(await page.count('.dialog'), 0);
      const left = await page.evaluate(async () => {
        const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
        const database = await done(indexedDB.open('jibiao'));
        const stores = database.transaction(['cards', 'drafts']);
        const counts = await Promise.all(['cards', 'drafts'].map((name) => done(stores.objectStore(name).count())));
        database.close();
        return [...counts, Object.keys(localStorage).filter((key) => key.startsWith('jibiao')).length];
      });
      assert.deepEqual(left, [0, 0, 0]);
      await page.reload();
      await page.waitFor('[data-empty]');
      assert.deepEqual(await page.errors(), []);
    }));
}

/** Does `action` and returns the bytes that the page offers for saving: { name, bytes }. */
async function offered(page, action) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    let last = null;
    window.__offered = null;
    URL.createObjectURL = (blob) => make.call(URL, (last = blob));
    HTMLAnchorElement.prototype.click = function () {
      const name = this.download;
      last.arrayBuffer().then((buffer) => {
        window.__offered = { name, bytes: [...new Uint8Array(buffer)] };
        URL.createObjectURL = make;
        HTMLAnchorElement.prototype.click = click;
      });
    };
  });
  await action();
  const { name, bytes } = await page.waitFor(() => window.__offered);
  return { name, bytes: Buffer.from(bytes) };
}

const UNZIP = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as zip:
    assert zip.testzip() is None
    print(json.dumps([[name, json.loads(zip.read(name))] for name in zip.namelist()]))
`;

test('all drafts are exported as one zip that another program opens, and each file in it opens here', () =>
  withPage('chromium', {}, async (page) => {
    // Two of them have the same name and year.
    await stocked(page, 7, (at) => ({ ...thirty(at), project: at < 2 ? '道路/养护' : thirty(at).project, archived: at === 6 }));
    const { name, bytes } = await offered(page, () => page.click(action('export-all')));
    assert.match(name, /\d{4}-\d\d-\d\d\.zip$/);
    const path = join(folder, 'all.zip');
    writeFileSync(path, bytes);
    const { stdout, stderr } = python(['-c', UNZIP, path], { env: { PYTHONIOENCODING: 'utf-8' } });
    assert.equal(stderr, '');
    const files = JSON.parse(stdout);
    assert.equal(files.length, 7, 'what was put away is exported, too');
    assert.deepEqual(files.map(([name]) => name).filter((name) => name.startsWith('道路养护-')).sort(), ['道路养护-2025-2.jibiao.json', '道路养护-2025.jibiao.json']);
    const [, document] = files.find(([name]) => name.startsWith('学校修缮5期'));
    const before = JSON.parse(readFileSync(worked, 'utf8'));
    assert.deepEqual(document.tables, before.tables);
    assert.equal(document.cells['project-name'], '学校修缮5期');
    assert.deepEqual(await page.errors(), []);
  }));

test('of five hundred drafts a screenful is drawn, and more when asked', () =>
  withPage('chromium', {}, async (page) => {
    await stocked(page, 500, thirty);
    assert.equal((await names(page)).length, 40);
    await page.click(action('more-drafts'));
    await page.waitFor(() => document.querySelectorAll('[data-draft]').length === 80);
    assert.equal(await page.evaluate(() => document.activeElement.closest('tr').rowIndex), 41, 'the focus stands on the first new one');
    await page.type('#search', '500期');
    await page.waitFor(() => document.querySelectorAll('[data-draft]').length === 1);
  }));

for (const viewport of [{ width: 360, height: 740 }, { width: 1366, height: 768 }]) {
  test(`the list in English is readable at ${viewport.width} pixels`, () =>
    withPage('chromium', { viewport }, async (page) => {
      await stocked(page, 8, thirty);
      await page.click(action('language'));
      await page.waitFor(() => document.documentElement.lang === 'en');
      await page.click('[data-draft="d3"] input');
      await page.waitFor('.deeds');
      assert.deepEqual(await axe(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }));
}

// ── from a list ────────────────────────────────────────────────────────────────────────────────────────────────────

const clipboard = join(tests, 'clipboard');
const list = (name) => readFileSync(join(clipboard, name), 'utf8');

/** The texts of a draft that is in the list, by cell. */
async function draftOf(page, name) {
  return page.evaluate(async (name) => {
    const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const database = await done(indexedDB.open('jibiao'));
    const drafts = await done(database.transaction(['drafts']).objectStore('drafts').getAll());
    database.close();
    return drafts.map((draft) => JSON.parse(draft.split('\u001e')[0]).cells).find((cells) => cells['project-name'] === name);
  }, name);
}

for (const engine of ['chromium', 'firefox']) {
  test(`${engine}: a list of twelve projects pasted from Excel becomes twelve declarations, and goes as one`, () =>
    withPage(engine, {}, async (page) => {
      await page.goto(singleFile);
      await page.waitFor(ready);
      await page.waitFor('[data-empty]');
      await page.click(action('batch'));
      await page.waitFor('[data-list-here]');
      assert.deepEqual(await axe(page), []);
      await page.choose('#batch-form', 'project-declaration-2021');
      await page.click('[data-list-here]');
      await page.paste({ 'text/html': list('excel-projects.html'), 'text/plain': list('excel-projects.txt') });
      await page.waitFor('[data-batch="sum"]');
      assert.match(await page.text('[data-batch="sum"]'), /12 份/);
      assert.match(await page.text('[data-batch="unplaced"]'), /：项目负责人。/, 'and not the serial numbers');
      assert.deepEqual(await axe(page), []);
      assert.equal(await page.value('[data-also="year"]'), '2026', 'the title of the list says so');
      await page.click(action('batch-make'));
      await page.waitFor('[data-dialog="batch-done"]');
      // Nothing goes silently: the sum at the end, and the column without a place, row by row.
      const left = await page.evaluate(() => [...document.querySelectorAll('.batch-left li')].map((line) => line.textContent));
      assert.ok(left.some((line) => line.includes('合计') && line.includes('没有新建')), left.join('\n'));
      assert.equal(left[0], '第 4 行“农村公路日常养护”：项目负责人：张强');
      assert.equal(left.length, 13);
      assert.deepEqual(await axe(page), []);
      await page.click(`.dialog-buttons ${action('dismiss')}`);
      await page.waitFor('[data-draft]');
      const made = await names(page);
      assert.equal(made.length, 12);
      assert.equal(made[0], '农村公路日常养护', 'in the order of the list');
      assert.equal(await standing(page, 'untouched'), 12);

      // The bureau's cell is merged over its rows; amounts stand in 元, the form in 万元.
      const road = await draftOf(page, '农村公路日常养护');
      assert.equal(road.year, '2026');
      assert.equal(road.department, '县交通运输局');
      assert.equal(road['project-code'], '32092426T000000001001');
      assert.equal(road['fund.total.year'], '1,200,000.00元');
      assert.equal((await draftOf(page, '危桥改造')).department, '县交通运输局');
      assert.equal((await draftOf(page, '校舍维修')).department, '县教育局');

      // The document opens, is filled on and is no longer untouched; the rest of the batch goes as one and comes back.
      await page.click(action('open-draft'));
      await page.waitFor(cell('project-name'));
      assert.equal(await page.value(cell('fund.total.year')), '1,200,000.00元');
      await page.type(cell('year-goal'), '养护农村公路120公里。');
      await page.press('Tab');
      await page.waitFor('[data-state="saved"]');
      await page.click(action('home'));
      await page.waitFor('[data-draft]');
      await page.waitFor(() => document.querySelector('[data-stand="untouched"] b').textContent === '11');
      await page.click(action('restore'));
      await page.waitFor('[data-empty]');
      await page.click(action('restore'));
      await page.waitFor('[data-draft]');
      assert.equal((await names(page)).length, 12);
      assert.equal((await draftOf(page, '农村公路日常养护'))['year-goal'], '养护农村公路120公里。', 'what was written meanwhile is not lost');

      // The same list again: what is there is left out until somebody wants it twice.
      await page.click(action('batch'));
      await page.waitFor('[data-list-here]');
      await page.click('[data-list-here]');
      await page.paste({ 'text/plain': list('excel-projects.txt') });
      await page.waitFor('[data-batch="there"]');
      assert.equal(await page.evaluate(() => document.querySelector('[data-action="batch-make"]').disabled), true);
      await page.click('[data-batch-row="3"] input');
      await page.waitFor(() => !document.querySelector('[data-action="batch-make"]').disabled);
      await page.press('Escape');
      assert.equal(await page.count('.dialog'), 0);
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a list comes from a CSV file as Chinese Excel writes it, and columns that have other names are sent where they belong', () =>
  withPage('chromium', { viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.waitFor('[data-empty]');
    const path = join(folder, 'list.csv');
    // GB 18030: 事项,金额（万元）\n"硬化,一期",35\n\n
    writeFileSync(path, Buffer.from('cac2cfee2cbdf0b6eea3a8cdf2d4aaa3a90a22d3b2bbaf2cd2bbc6da222c33350a', 'hex'));
    await page.setFiles('#file-picker', path);
    await page.waitFor('[data-batch="sum"]');
    assert.equal(await page.evaluate(() => document.querySelector('[data-action="batch-make"]').disabled), true, 'no column is the name');
    const name = await page.evaluate(() => [...document.querySelectorAll('[data-paste-column="0"] option')].find((option) => option.textContent === '项目名称').value);
    await page.choose('[data-paste-column="0"]', name);
    await page.waitFor(() => !document.querySelector('[data-action="batch-make"]').disabled);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    assert.deepEqual(await axe(page), []);
    // Without a header that is known, the first row may be a project as well; the person says that it is none.
    await page.click('[data-batch-row="0"] input');
    await page.waitFor(() => document.querySelector('[data-batch="sum"]').textContent.includes('1 份'));
    await page.choose('[data-paste-column="1"]', await page.evaluate(() => [...document.querySelectorAll('[data-paste-column="1"] option')].find((option) => option.textContent.includes('年度资金')).value));
    await page.click(action('batch-make'));
    await page.waitFor('[data-dialog="batch-done"]');
    await page.press('Escape');
    await page.waitFor('[data-draft]');
    assert.deepEqual(await names(page), ['硬化,一期']);
    assert.equal((await draftOf(page, '硬化,一期'))['fund.total.year'], '35');
    assert.deepEqual(await page.errors(), []);
  }));
