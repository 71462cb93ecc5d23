// 逐处合并: a file that a colleague changed meets the draft that was changed meanwhile; nothing of either is lost.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { axe } from './axe.mjs';
import { withPage } from './drivers.mjs';
import { action, cell, exported, fill, rowCell, startForm } from './filling.mjs';

needed(dist);

const folder = mkdtempSync(join(tmpdir(), 'jibiao-merge-'));
after(() => rmSync(folder, { recursive: true }));

const open = (page) => page.evaluate(() => document.querySelector('[data-open]').dataset.open);

for (const engine of ['chromium', 'firefox']) {
  test(`${engine}: what only one side has is taken, what both changed is asked, and one step takes it back`, () =>
    withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      await fill(page, {
        cells: { 'project-name': '河堤加固', 'fund.total.year': '48' },
        rows: [{ 'level-3': '加固长度', target: '≥5公里' }],
      });
      const file = await page.download(() => page.click(action('save-file')));
      const colleague = JSON.parse(file.text);
      colleague.cells['project-name'] = '河堤加固工程';
      colleague.cells.department = '某县水利局';
      colleague.tables.indicators.push({ id: 'r9', cells: { 'level-3': '验收合格率', target: '100%' } });
      const changed = join(folder, `${engine}.json`);
      writeFileSync(changed, JSON.stringify(colleague));

      await page.retype(cell('project-name'), '河堤加固项目');
      await page.retype(cell('fund.total.year'), '50');
      await page.press('Tab');
      await page.waitFor('[data-state="saved"]');
      await page.setFiles('#file-picker', changed);
      await page.waitFor('[data-dialog="clash"]');
      await page.click(action('merge'));
      await page.waitFor('[data-dialog="merge"]');
      assert.deepEqual(await axe(page), []);

      const rows = await page.evaluate(() =>
        [...document.querySelectorAll('.merge tbody tr')].map((row) => [...row.cells].slice(1).map((cell) => [cell.innerText.trim(), cell.querySelector('input').checked])),
      );
      const told = Object.fromEntries(rows.map(([mine, theirs]) => [theirs[0].split('\n')[0], [mine, theirs]]));
      // The colleague left the 48 as it was in the file, so the 50 stays without a question.
      assert.equal(rows.length, 3);
      assert.deepEqual(told['河堤加固工程'], [['河堤加固项目', false], ['河堤加固工程', false]]);
      assert.deepEqual(told['某县水利局'], [['（空）', false], ['某县水利局', true]]);
      assert.equal(told['验收合格率'][1][1], true);
      assert.equal(await open(page), '1');
      assert.equal(await page.evaluate((done) => document.querySelector(done).disabled, action('merge-done')), true);

      const at = (text) => rows.findIndex(([, theirs]) => theirs[0] === text);
      await page.click(`[data-merge="${at('河堤加固工程')}:theirs"]`);
      await page.waitFor(() => document.querySelector('[data-open]').dataset.open === '0');
      await page.click(action('merge-done'));
      await page.waitFor((selector) => document.querySelector(selector)?.value === '某县水利局', cell('department'));
      assert.equal(await page.value(cell('project-name')), '河堤加固工程');
      assert.equal(await page.value(cell('fund.total.year')), '50');
      assert.equal(await page.value(rowCell('r9', 'target')), '100%');

      await page.click(action('undo'));
      await page.waitFor((selector) => document.querySelector(selector)?.value === '河堤加固项目', cell('project-name'));
      assert.equal(await page.count(rowCell('r9', 'target')), 0);
      await page.click(action('redo'));
      await page.waitFor((selector) => document.querySelector(selector)?.value === '河堤加固工程', cell('project-name'));

      // The steps are there after the page was closed.
      await page.waitFor('[data-state="saved"]');
      await page.reload();
      await page.waitFor((selector) => document.querySelector(selector)?.value === '河堤加固工程', cell('project-name'));
      await page.click(action('undo'));
      await page.waitFor((selector) => document.querySelector(selector)?.value === '河堤加固项目', cell('project-name'));
      await page.click(action('redo'));
      const { upload } = await exported(page);
      assert.equal(upload.document.tables.indicators.length, 2);
      assert.deepEqual(await page.errors(), []);
    }));
}
