// Checking as a person does it: the list of problems, fixes all at once, the scores and what is printed.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ready, withPage } from './drivers.mjs';
import { action, cell } from './filling.mjs';

needed(dist);

const ENGINES = ['chromium', 'firefox'];
const folder = mkdtempSync(join(tmpdir(), 'jibiao-check-'));
after(() => rmSync(folder, { recursive: true }));

/** Opens a worked document after `change` was done to it. */
async function openWorked(page, name, change = () => {}) {
  const document = JSON.parse(readFileSync(join(root, 'tests', 'documents', `${name}.json`), 'utf8'));
  change(document);
  const path = join(folder, `${name}.jibiao.json`);
  writeFileSync(path, JSON.stringify(document));
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.waitFor('[data-empty], [data-draft]');
  await page.setFiles('#file-picker', path);
  await page.waitFor('#sheet');
}

async function openChecked(page, name, change) {
  await openWorked(page, name, change);
  await page.click(action('check'));
  await page.waitFor('[data-verdict]');
}

/** Four rows without a target, a name that is missing, and a total that is not the sum. */
function spoil(document) {
  for (const row of document.tables.indicators.slice(2, 6)) delete row.cells.target;
  document.cells['fund.fiscal.year'] = '1';
}

const focusedFinding = (page) =>
  page.evaluate(() => {
    const { cell, row, col } = document.activeElement.dataset;
    return cell ?? (row && `${row}/${col}`) ?? '';
  });

for (const engine of ENGINES) {
  test(`${engine}: findings that repeat stand together, with every place to go to`, () =>
    withPage(engine, {}, async (page) => {
      await openChecked(page, 'declaration-2021', spoil);
      await page.waitFor('.is-many');
      assert.equal(await page.count('.is-many .problem-places > li'), 4);
      assert.equal(await page.count('.is-many [data-action="why"]'), 1, 'what is the same for all is said once');
      assert.match(await page.text('.is-many .problem-times'), /4/);
      assert.deepEqual(await axe(page), []);
      await page.click('.is-many .problem-places li:nth-child(3) button');
      await page.waitFor(() => document.activeElement.dataset.row === 'r5');
      assert.equal(await focusedFinding(page), 'r5/target');
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: one dimension alone is listed until another is chosen`, () =>
    withPage(engine, {}, async (page) => {
      await openChecked(page, 'declaration-2021', spoil);
      const all = await page.count('[data-finding]');
      assert.equal(await page.text('[data-filter="all"] .group-count'), String(all));
      await page.click('[data-filter="consistency"]');
      await page.waitFor('[data-filter="consistency"][aria-pressed="true"]');
      const some = await page.count('[data-finding]');
      assert.equal(await page.text('[data-filter="consistency"] .group-count'), String(some));
      assert.ok(some > 0 && some < all, `${some} of ${all}`);
      await page.click(action('results'));
      await page.waitFor('#result');
      await page.click(action('check'));
      await page.waitFor('[data-filter="consistency"][aria-pressed="true"]');
      assert.equal(await page.count('[data-finding]'), some, 'another check keeps the choice');
      assert.deepEqual(await axe(page), []);
      await page.click('[data-filter="all"]');
      await page.waitFor('[data-filter="all"][aria-pressed="true"]');
      assert.equal(await page.count('[data-finding]'), all);
    }));

  test(`${engine}: every sure fix at once is one step, said and taken back`, () =>
    withPage(engine, {}, async (page) => {
      await openChecked(page, 'self-evaluation-2015', (document) => {
        document.cells['total-score'] = '98.2';
        document.cells['fund.total.rate'] = '79%';
      });
      assert.match(await page.text(action('mend-all')), /2/);
      await page.click(action('mend-all'));
      await page.waitFor('#mended');
      assert.equal(await page.value(cell('total-score')), '99.2');
      assert.equal(await page.value(cell('fund.total.rate')), '97%');
      assert.equal(await page.count('#mended li'), 2);
      assert.match(await page.text('#mended'), /总分.*99\.2/);
      assert.equal(await page.count(action('mend-all')), 0);
      assert.deepEqual(await axe(page), []);
      await page.click(action('mend-undo'));
      await page.waitFor(action('mend-all'));
      assert.equal(await page.value(cell('total-score')), '98.2');
      assert.equal(await page.value(cell('fund.total.rate')), '79%');
      assert.equal(await page.count('#mended'), 0);
      assert.deepEqual(await page.errors(), []);
    }));

  test(`${engine}: the buttons go from one finding to the next and back`, () =>
    withPage(engine, {}, async (page) => {
      await openChecked(page, 'declaration-2021', spoil);
      const been = [];
      for (let step = 0; step < 3; step += 1) {
        await page.click(action('following'));
        await page.waitFor((last) => {
          const { cell, row, col } = document.activeElement.dataset;
          const now = cell ?? (row && `${row}/${col}`);
          return now && now !== last;
        }, been.at(-1) ?? '');
        been.push(await focusedFinding(page));
      }
      assert.equal(new Set(been).size, 3, been.join(' '));
      await page.click(action('previous'));
      await page.waitFor((last) => {
        const { cell, row, col } = document.activeElement.dataset;
        return (cell ?? `${row}/${col}`) === last;
      }, been[1]);
    }));

  test(`${engine}: what the rules stop a blank form for is marked, and nothing else`, () =>
    withPage(engine, {}, async (page) => {
      await openWorked(page, 'declaration-2021');
      assert.equal(await page.attribute(cell('project-name'), 'aria-required'), 'true');
      assert.equal(await page.attribute(cell('project-code'), 'aria-required'), null);
      assert.equal(await page.attribute('[data-row="r1"][data-col="target"]', 'aria-required'), 'true');
      assert.equal(await page.isVisible('.must-means'), true);
      assert.deepEqual(await axe(page), []);
    }));

  test(`${engine}: scores are drawn, and every figure stands in a table`, () =>
    withPage(engine, {}, async (page) => {
      await openWorked(page, 'self-evaluation-2015');
      await page.click(action('results'));
      await page.waitFor('[data-chart="categories"]');
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll('[data-chart="categories"] tbody tr')].map((row) => [...row.children].map((c) => c.textContent)),
      );
      assert.deepEqual(rows[0], ['预算执行率', '10', '9.70']);
      const reached = await page.text('[data-chart="completion"] tbody');
      assert.match(reached, /95\.0 %/, '24700 of 26000');
      assert.equal(await page.attribute('[data-chart="categories"] tbody tr:first-child td:last-child .chart-part', 'width'), '97.0');
      assert.deepEqual(await axe(page), []);
    }));

  test(`${engine}: the review report has the verdict, every finding and what it was checked with`, () =>
    withPage(engine, {}, async (page) => {
      await openChecked(page, 'declaration-2021', spoil);
      const found = await page.count('[data-finding]');
      await page.click(action('more'));
      await page.waitFor(action('review'));
      await page.click(action('review'));
      await page.waitFor('.review');
      assert.equal(await page.count('.review-list > li'), found);
      assert.match(await page.text('.review .verdict'), /需要修改/);
      const worked = JSON.parse(readFileSync(join(root, 'tests', 'documents', 'declaration-2021.json'), 'utf8'));
      assert.match(await page.text('.review .imprint'), new RegExp(`规则包摘要 ${worked.pack.sha256}.*填报内容摘要 [0-9a-f]{64}`, 's'));
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await page.errors(), []);
    }));
}

test('paper that the last check did not accept is marked as a draft, and only on paper', () =>
  withPage('chromium', {}, async (page) => {
    await openWorked(page, 'declaration-2021');
    assert.equal(await page.isVisible('.watermark'), false);
    await page.raw.emulateMedia({ media: 'print' });
    assert.equal(await page.isVisible('.watermark'), true, 'never checked');
    await page.raw.emulateMedia({ media: 'screen' });
    await page.click(action('check'));
    await page.waitFor('[data-verdict^="accepted"]');
    assert.equal(await page.count('.watermark'), 0, 'accepted');
  }));

test('the list and the scores are readable in the dark, in forced colours and on a phone', () =>
  withPage('chromium', {}, async (page) => {
    await openChecked(page, 'self-evaluation-2015', (document) => {
      document.cells['total-score'] = '98.2';
    });
    // Forced colours are the person's own palette: what axe reckons of the colours that it replaces says nothing.
    const seen = async (media) => (await axe(page)).filter((line) => !(media.forcedColors === 'active' && line.startsWith('color-contrast')));
    // Without motion no colour is on its way when it is looked at.
    await page.raw.emulateMedia({ reducedMotion: 'reduce' });
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }]) {
      await page.raw.emulateMedia(media);
      assert.deepEqual(await seen(media), [], JSON.stringify(media));
    }
    await page.click(action('results'));
    await page.waitFor('#result');
    for (const media of [{ colorScheme: 'dark', forcedColors: 'none' }, { forcedColors: 'active' }]) {
      await page.raw.emulateMedia(media);
      assert.deepEqual(await seen(media), [], JSON.stringify(media));
    }
    await page.raw.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.raw.setViewportSize({ width: 360, height: 640 });
    const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(wide <= screen, `${wide} px on ${screen} px`);
    assert.deepEqual(await axe(page), []);
  }));
