// 示例: a form filled in beside one's own, to read only; and rows of one's other projects among those to choose from.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, withPage } from './drivers.mjs';
import { action, begin, cell, rowCell, rowIds, startForm } from './filling.mjs';

needed(dist);

const here = () => document.querySelector('.example-value.is-here')?.textContent;

/** Whether what the example is turned to can be seen. */
const inSight = () => {
  const place = document.querySelector('.example-value.is-here')?.getBoundingClientRect();
  const panel = document.querySelector('[data-example]')?.getBoundingClientRect();
  return place && place.top >= panel.top && place.bottom <= Math.min(panel.bottom, innerHeight);
};

/** A declaration of another project with one row, then a new one. */
async function afterAnother(page, form) {
  await startForm(page, 'project-declaration-2021');
  await page.type(cell('project-name'), '农村公路安全防护工程');
  await page.type(cell('year'), '2025');
  await page.click('#add\\:indicators');
  for (const [column, text] of [['level-3', '安装波形护栏长度'], ['target', '≥38公里']]) await page.retype(rowCell('r1', column), text);
  await page.choose(rowCell('r1', 'level-1'), '产出指标');
  await page.choose(rowCell('r1', 'level-2'), '数量指标');
  await page.press('Tab');
  await page.click(action('home'));
  await page.waitFor('[data-draft]');
  await begin(page, form);
  await page.waitFor(cell('project-name'));
}

for (const engine of ENGINES) {
  test(`${engine}: the example turns to the cell that the focus is in, and nothing of it gets into the form`, () =>
    withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      await page.click(action('example-first'));
      await page.waitFor('[data-example]');
      assert.match(await page.text('[data-example]'), /示例/);
      await page.click(cell('department'));
      await page.waitFor(() => document.querySelector('.example-value.is-here')?.textContent === '青石县交通运输局');
      assert.ok(await page.evaluate(inSight));
      await page.click(action('starter-rows'));
      const last = (await rowIds(page)).at(-1);
      await page.click(rowCell(last, 'target'));
      await page.waitFor(() => document.querySelector('.example-value.is-here')?.textContent.includes('≥90%'));
      assert.ok(await page.evaluate(inSight));
      assert.equal(await page.count('[data-example] input, [data-example] textarea, [data-example] select'), 0);
      await page.click(action('example-close'));
      await page.waitFor(() => !document.querySelector('[data-example]'));
      assert.equal(await page.value(cell('department')), '');
      assert.equal(await page.evaluate(() => document.activeElement.dataset.col), 'target');
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: a row of another project is found and taken, without its number or with it`, () =>
    withPage(engine, {}, async (page) => {
      await afterAnother(page, 'project-declaration-2021');
      await page.type(cell('project-name'), '县道公路安全提升工程');
      await page.click(action('library-first'));
      await page.waitFor('[data-other]');
      assert.match(await page.text('[data-other]'), /农村公路安全防护工程 2025/);
      await page.retype('#library-text', 'hlcd');
      await page.waitFor('[data-other="安装波形护栏长度"]');
      await page.click('[data-other] ' + action('others-take'));
      await page.waitFor((selector) => document.activeElement?.matches(selector), rowCell('r1', 'target'));
      await page.keys('12');
      assert.equal(await page.value(rowCell('r1', 'target')), '≥12公里');
      await page.click('[data-other] ' + action('others-take-value'));
      await page.waitFor(rowCell('r2', 'target'));
      assert.equal(await page.value(rowCell('r2', 'target')), '≥38公里');
      assert.equal(await page.value(rowCell('r2', 'level-3')), '安装波形护栏长度');
      assert.deepEqual(await page.errors(), []);
    }));
}

test('every main form has its example, and it is not printed', () =>
  withPage('chromium', {}, async (page) => {
    const forms = ['declaration-2015', 'monitoring-2021', 'self-evaluation-2021', 'self-evaluation-2015'].map((form) => `project-${form}`);
    await startForm(page, 'project-declaration-2021');
    for (const form of [...forms, 'department-declaration', 'department-self-evaluation']) {
      await page.click(action('home'));
      await page.waitFor(action('begin') + ', [data-empty]');
      await begin(page, form);
      await page.waitFor('#sheet');
      await page.click(action('more'));
      await page.click(action('example'));
      await page.waitFor('[data-example] ol li');
      assert.ok((await page.count('[data-example] ol li')) > 8, form);
      assert.deepEqual(await axe(page), [], form);
    }
    await page.raw.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('[data-example]')).display), 'none');
    await page.raw.emulateMedia({ media: 'screen' });
    await page.click(action('check'));
    await page.waitFor('[data-verdict]');
    assert.equal(await page.count('[data-example]'), 0);
  }));

test('one sees nothing of other projects where there are none', () =>
  withPage('chromium', {}, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.type(cell('project-name'), '农村公路安全防护工程');
    await page.click('#add\\:indicators');
    await page.type(rowCell('r1', 'level-3'), '安装波形护栏长度');
    await page.click(action('library'));
    await page.waitFor('.library-row');
    await page.retype('#library-text', '护栏');
    await page.waitFor('.library-row');
    assert.equal(await page.count('[data-other]'), 0);
  }));

test('on a narrow screen the example lies over the sheet, at the place where one was', () =>
  withPage('chromium', { viewport: { width: 375, height: 700 } }, async (page) => {
    await startForm(page, 'project-declaration-2021');
    await page.click(cell('implementing-unit'));
    await page.click(action('more'));
    await page.click(action('example'));
    await page.waitFor('.example.is-unfolded .is-here');
    assert.equal(await page.evaluate(here), '青石县公路养护中心');
    assert.ok(await page.evaluate(inSight));
    assert.deepEqual(await axe(page), []);
    await page.click(action('example-close'));
    await page.waitFor(() => !document.querySelector('[data-example]'));
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), 'implementing-unit');
  }));
