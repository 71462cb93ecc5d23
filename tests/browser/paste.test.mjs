// Tables that come from Excel and WPS, and rows that go back: what a person sees before they go in, and one step back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { axe } from './axe.mjs';
import { withPage } from './drivers.mjs';
import { action, cell, exported, rowCell, rowIds, startForm } from './filling.mjs';

needed(dist);
const clipboard = (name) => readFileSync(join(import.meta.dirname, '../clipboard', name), 'utf8');
const declaration = 'project-declaration-2021';
const excel = () => ({ 'text/html': clipboard('excel-declaration.html'), 'text/plain': clipboard('excel-declaration.txt') });
const preview = '[data-dialog="paste"]';
const addRow = '#add\\:indicators';
const texts = (page, columns) =>
  page.evaluate(
    (columns) =>
      [...document.querySelectorAll('[data-row-id]')].map((row) =>
        columns.map((column) => row.querySelector(`[data-col="${column}"]`)?.value ?? ''),
      ),
    columns,
  );
const sum = (page) => page.evaluate(() => [...document.querySelectorAll('[data-paste="sum"] span')].map((part) => part.textContent));
/** What the page puts on the clipboard, taken from the copy event itself. */
const watchCopy = (page) =>
  page.evaluate(() => {
    window.addEventListener('copy', (event) => {
      const data = event.clipboardData;
      window.__copied = { html: data.getData('text/html'), text: data.getData('text/plain') };
    });
  });

async function firstRow(page, form = declaration) {
  await startForm(page, form);
  await page.click(addRow);
  return (await rowIds(page))[0];
}

for (const engine of ['chromium', 'firefox']) {
  test(`${engine}: a block from Excel is looked at, goes in, and one step takes it back`, () =>
    withPage(engine, {}, async (page) => {
      const row = await firstRow(page);
      await page.click(rowCell(row, 'level-3'));
      await page.paste(excel());
      await page.waitFor(preview);
      assert.deepEqual(await sum(page), ['新增 12 行', '填入 1 行']);
      assert.match(await page.text('[data-paste="unplaced"]'), /备注/);
      assert.equal(await page.count('[data-row-id]'), 1, 'nothing is changed before the answer');
      assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'paste-take');
      await page.press('Enter');
      await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 13);
      const rows = await texts(page, ['level-1', 'level-2', 'level-3', 'target']);
      assert.deepEqual(rows[0], ['产出指标', '数量指标', '新建村级道路长度', '≥12公里']);
      assert.deepEqual(rows[11], ['效益指标', '可持续影响指标', '管护制度健全性', '建立村级管护制度']);
      await page.press('Control+z');
      await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 1);
      assert.deepEqual(await texts(page, ['level-3']), [['']]);
      await page.press('Control+y');
      await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 13);
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: a block from WPS opens the columns that it needs`, () =>
    withPage(engine, {}, async (page) => {
      const row = await firstRow(page, 'project-self-evaluation-2021');
      await page.click(rowCell(row, 'level-3'));
      await page.paste({ 'text/html': clipboard('wps-self-evaluation.html'), 'text/plain': 'a\tb' });
      await page.waitFor(preview);
      assert.equal(await page.count('[data-paste="unplaced"]'), 0);
      await page.click(action('paste-take'));
      await page.waitFor('[data-col="operator"]');
      const rows = await texts(page, ['level-1', 'level-2', 'level-3', 'operator', 'target', 'unit', 'actual', 'weight', 'score']);
      assert.equal(rows.length, 8);
      assert.deepEqual(rows[5], ['成本指标', '经济成本指标', '人均培训成本', '≤', '450', '元', '462', '20', '19.48']);
    }));

  test(`${engine}: one cell goes in as text where the caret is, and the browser takes it back`, () =>
    withPage(engine, {}, async (page) => {
      const row = await firstRow(page);
      await page.type(rowCell(row, 'level-3'), '道路');
      await page.paste({ 'text/html': '<table><tr><td>养护<br>里程</td></tr></table>', 'text/plain': '"养护\n里程"\r\n' });
      assert.equal(await page.count(preview), 0);
      await page.waitFor((selector) => document.querySelector(selector).value.includes('里程'), rowCell(row, 'level-3'));
      await page.press('Tab');
      const { upload } = await exported(page);
      assert.equal(upload.document.tables.indicators[0].cells['level-3'], '道路养护 里程');
    }));

  test(`${engine}: rows are copied with their headers, and come back as they were`, () =>
    withPage(engine, {}, async (page) => {
      const row = await firstRow(page);
      await page.click(rowCell(row, 'level-3'));
      await page.paste(excel());
      await page.waitFor(preview);
      await page.click(action('paste-take'));
      await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 13);
      await watchCopy(page);
      await page.click(action('copy-table'));
      const all = await page.waitFor(() => window.__copied);
      assert.equal(all.text.split('\r\n').length, 15);
      assert.ok(all.text.startsWith('一级指标\t二级指标\t三级指标\t年度指标值\r\n产出指标\t'));
      // From the number of a row: three rows by the keyboard.
      await page.evaluate(() => {
        window.__copied = null;
        document.querySelectorAll('[data-action="select-row"]')[3].focus();
      });
      await page.press('Shift+ArrowDown');
      await page.press('Shift+ArrowDown');
      await page.press('Control+c');
      const some = await page.waitFor(() => window.__copied);
      assert.deepEqual(some.text.split('\r\n').slice(1, 4).map((line) => line.split('\t')[2]), ['工程验收合格率', '路面平整度达标率', '工程完工时间']);
      assert.equal(some.text.split('\r\n').length, 5);
      await page.paste({ 'text/html': some.html, 'text/plain': some.text });
      await page.waitFor(preview);
      assert.match(await page.text('[data-paste="sum"]'), /没有要改的/);
      assert.equal(await page.evaluate(() => document.querySelector('[data-action="paste-take"]').disabled), true);
      // The three rows that are still selected go out as one step.
      await page.press('Escape');
      await page.click(action('row-remove'));
      await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 10);
      await page.press('Control+z');
      await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 13);
    }));
}

test('a person sends a column elsewhere, leaves a row out, and has rows added instead of changed', () =>
  withPage('chromium', {}, async (page) => {
    const row = await firstRow(page);
    await page.type(rowCell(row, 'level-3'), '道路');
    await page.type(rowCell(row, 'target'), '≥1公里');
    await page.paste({ 'text/plain': '三级指标\t要求\n道路\t≥2公里\n路灯\t≥30盏\n桥\t≥1座\n' });
    await page.waitFor(preview);
    assert.deepEqual(await sum(page), ['新增 2 行']);
    await page.choose('[data-paste-column="1"]', await page.evaluate(() => {
      const option = [...document.querySelectorAll('[data-paste-column="1"] option')].find((option) => option.textContent === '年度指标值');
      return option.value;
    }));
    await page.waitFor(() => document.querySelector('[data-paste="sum"]').textContent.includes('改写 1 行'));
    assert.equal(await page.text('[data-paste-row="over"] del'), '≥1公里');
    assert.deepEqual(await axe(page), []);
    await page.click('[data-paste-row="new"] input');
    await page.waitFor(() => document.querySelector('[data-paste="sum"]').textContent.includes('新增 1 行'));
    await page.click('input[value="add"]');
    await page.waitFor(() => document.querySelector('[data-paste="sum"]').textContent.includes('新增 2 行'));
    await page.click(action('paste-take'));
    await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 3);
    // What was said of a header holds for the next table.
    await page.paste({ 'text/plain': '三级指标\t要求\n井\t≥4口\n' });
    await page.waitFor(preview);
    assert.equal(await page.evaluate(() => document.querySelector('[data-paste-column="1"] option:checked').textContent), '年度指标值');
    await page.press('Escape');
    assert.deepEqual(await texts(page, ['level-3', 'target']), [['道路', '≥1公里'], ['道路', '≥2公里'], ['桥', '≥1座']]);
  }));

test('where the headers stand is put right by hand', () =>
  withPage('chromium', {}, async (page) => {
    const row = await firstRow(page);
    await page.click(rowCell(row, 'level-3'));
    // Headers that nobody knows are taken for a row.
    await page.paste({ 'text/plain': '考核内容\t要求\n道路\t≥2公里\n' });
    await page.waitFor(preview);
    assert.equal(await page.value('#paste-head'), '');
    assert.equal(await page.count('[data-paste-row="new"], [data-paste-row="fill"]'), 2);
    assert.deepEqual(await axe(page), []);
    await page.choose('#paste-head', '0');
    await page.waitFor(() => document.querySelectorAll('[data-paste-row]').length === 1);
    assert.equal(await page.evaluate(() => document.querySelector('#paste-head option:checked').textContent), '第 1 行：考核内容 | 要求');
    await page.click(action('paste-take'));
    await page.waitFor(() => !document.getElementById('dialog'));
    assert.deepEqual(await texts(page, ['level-3', 'target']), [['道路', '≥2公里']]);

    // What reads like headers may be a row.
    await page.click(rowCell(row, 'level-3'));
    await page.paste({ 'text/plain': '三级指标\t年度指标值\n桥\t≥3座\n' });
    await page.waitFor(preview);
    assert.equal(await page.value('#paste-head'), '0');
    await page.choose('#paste-head', '');
    await page.waitFor(() => document.querySelectorAll('[data-paste-row]').length === 2);
    await page.press('Escape');
  }));

test('an empty table takes a block by a button, and by Ctrl+V where no cell is', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, declaration);
    await page.click(action('paste-table'));
    await page.waitFor('[data-paste-here]');
    await page.type('[data-paste-here]', '不是表');
    await page.paste(excel());
    await page.waitFor(preview);
    assert.deepEqual(await sum(page), ['新增 13 行']);
    assert.equal(await page.count('input[name="paste-way"]'), 0, 'nothing is asked about rows that are not there');
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('[data-dialog]'));
    assert.equal(await page.count('[data-row-id]'), 0);
    await page.evaluate(() => document.querySelector('#add\\:indicators').focus());
    await page.paste(excel());
    await page.waitFor(preview);
    await page.click(action('paste-take'));
    await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 13);
  }));

test('cells outside tables, text without cells, and a dialog that is open keep their own paste', () =>
  withPage('chromium', {}, async (page) => {
    const row = await firstRow(page);
    await page.click(cell('year-goal'));
    await page.paste(excel());
    await page.click(rowCell(row, 'level-3'));
    await page.paste({ 'text/html': '<p>一段<b>文字</b></p>', 'text/plain': '一段文字' });
    assert.equal(await page.count('[data-dialog]'), 0);
    await page.paste(excel());
    await page.waitFor(preview);
    await page.paste({ 'text/plain': 'a\tb' });
    assert.deepEqual(await sum(page), ['新增 12 行', '填入 1 行']);
  }));

test('hostile cells are shown and kept as text, and nothing is run or asked for', () =>
  withPage('chromium', {}, async (page) => {
    const row = await firstRow(page);
    await page.click(rowCell(row, 'level-3'));
    const evil = ['<img src=x onerror="window.__evil=1">', '=HYPERLINK("http://x","y")', '\u202e倒\u202c', '@SUM(A1)'];
    const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const rows = evil.map((text) => `<tr><td>${escaped(text)}<td rowspan=99999999>1`).join('');
    const html = `<script>window.__evil=1</script><table><tr><td>三级指标<td>指标值${rows}<tr><td>${'长'.repeat(100_000)}<td>9<img src="http://127.0.0.1:9/x">`;
    await page.paste({ 'text/html': html, 'text/plain': 'x' });
    await page.waitFor(preview);
    await page.click(action('paste-take'));
    await page.waitFor(() => document.querySelectorAll('[data-row-id]').length === 5);
    const names = (await texts(page, ['level-3'])).flat();
    assert.deepEqual(names.slice(0, 4), evil);
    assert.equal(names[4].length, 100_000);
    assert.equal(await page.evaluate(() => window.__evil ?? null), null);
    assert.deepEqual([await page.violations(), await page.requests()], [[], []]);
    assert.deepEqual(await page.errors(), []);
  }));

test('five thousand rows and two thousand columns are looked at without a stop', () =>
  withPage('chromium', {}, async (page) => {
    const row = await firstRow(page);
    await page.click(rowCell(row, 'level-3'));
    const wide = Array.from({ length: 1_998 }, (_, at) => `列${at}`).join('\t');
    await page.paste({ 'text/plain': `三级指标\t指标值\t${wide}\n甲\t1\t${wide}\n` });
    await page.waitFor(preview);
    assert.equal(await page.count('[data-paste-column]'), 40);
    await page.press('Escape');
    const tall = Array.from({ length: 5_000 }, (_, at) => `指标第${at}号\t≥${at}个`).join('\n');
    await page.click(rowCell(row, 'level-3'));
    await page.paste({ 'text/plain': `三级指标\t指标值\n${tall}\n` });
    await page.waitFor(() => document.querySelector('[data-paste="sum"]')?.textContent.includes('4999'));
    assert.ok((await page.count('[data-paste-row]')) <= 120);
  }));
