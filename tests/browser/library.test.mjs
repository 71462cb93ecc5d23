// 指标库: rows for this project are suggested, found by characters, pinyin or initials, and wait for their number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, withPage } from './drivers.mjs';
import { action, cell, rowCell, rowIds, startForm } from './filling.mjs';

needed(dist);

const first = () => document.querySelector('.library-row')?.dataset.entry;
const entry = (name) => `[data-entry="${name}"] [data-action="library-take"]`;

for (const engine of ENGINES) {
  test(`${engine}: a row is looked up by initials, taken, and its number typed where the blank was`, () =>
    withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      await page.type(cell('project-name'), '农村公路养护工程');
      await page.click(action('library-first'));
      await page.waitFor('.library-row');
      const suggested = await page.text('.library-rows');
      assert.match(suggested, /养护/, 'what is suggested suits the name of the project');

      await page.type('#library-text', 'pxrc');
      await page.waitFor(() => document.querySelector('.library-row')?.dataset.entry === '培训人次');
      await page.click(entry('培训人次'));
      await page.waitFor((selector) => document.activeElement?.matches(selector), rowCell('r1', 'target'));
      await page.keys('300');
      assert.equal(await page.value(rowCell('r1', 'target')), '≥300人次');
      assert.equal(await page.value(rowCell('r1', 'level-3')), '培训人次');
      await page.press('Tab');
      assert.match(await page.text('[data-entry="培训人次"]'), /表中已有/);

      // Chinese, then nothing that there is, then a level alone.
      await page.retype('#library-text', '满意度');
      await page.waitFor(() => document.querySelector('.library-row')?.dataset.entry.includes('满意'));
      await page.retype('#library-text', 'zzzzqq');
      await page.waitFor(() => !document.querySelector('.library-row'));
      assert.match(await page.text('.library-found'), /没有找到/);
      assert.deepEqual(await page.errors(), []);
    }));
}

test('rows stand in the order of the form, one step each, and the list folds away again', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2015');
    await page.click(action('library-first'));
    await page.waitFor('.library-row');
    assert.deepEqual(await axe(page), []);
    for (const name of ['参训人员满意度', '培训人次']) {
      await page.retype('#library-text', name);
      await page.waitFor((name) => document.querySelector('.library-row')?.dataset.entry === name, name);
      await page.click(entry(name));
      await page.waitFor((name) => document.querySelector(`[data-entry="${name}"] .library-there`), name);
    }
    const names = [];
    for (const row of await rowIds(page)) names.push(await page.value(rowCell(row, 'level-3')));
    assert.deepEqual(names, ['培训人次', '参训人员满意度']);
    await page.click(action('undo'));
    assert.equal((await rowIds(page)).length, 1);

    await page.choose('#library-level', 'quality');
    await page.retype('#library-text', '合格率');
    await page.waitFor(() => document.querySelector('.library-row')?.dataset.entry.includes('合格率'));
    const levels = await page.evaluate(() => [...document.querySelectorAll('.library-level')].map((level) => level.innerText));
    assert.ok(levels.length > 1 && levels.every((level) => level.startsWith('质量指标')), levels.join());

    await page.click(action('library-close'));
    assert.equal(await page.count('.library'), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'add:indicators');
    await page.click(action('check'));
    await page.waitFor('[data-verdict]');
  }));

test('on a narrow screen the list lies over the sheet and gives way to the row', () =>
  withPage('chromium', { viewport: { width: 375, height: 700 } }, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(action('library-first'));
    await page.waitFor('.library.is-unfolded .library-row');
    assert.deepEqual(await axe(page), []);
    await page.click('.library-row ' + action('library-take'));
    await page.waitFor(() => !document.querySelector('.library.is-unfolded'));
    assert.equal(await page.evaluate(() => document.activeElement.dataset.col), 'target');
    assert.equal(await page.evaluate(first), await page.value(rowCell('r1', 'level-3')));
  }));
