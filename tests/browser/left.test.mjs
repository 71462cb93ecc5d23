// A page is left while it still writes, time and again in one browser: what it said was kept is there, and the page that
// comes next waits for nothing that the one before began.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, needed, singleFile } from '../tools.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell, startForm } from './filling.mjs';

needed(dist);

const TIMES = 8;

for (const engine of ENGINES) {
  test(`${engine}: a page that is left while it writes loses nothing and holds nobody up`, () =>
    withPage(engine, {}, async (page) => {
      const goal = cell('year-goal');
      await startForm(page, 'project-declaration-2021');
      const saved = () => page.waitFor('[data-state="saved"]');
      let kept = '';
      for (let time = 1; time <= TIMES; time += 1) {
        await page.click(goal);
        await page.press('Control+End');
        const safe = `${kept}第${time}次写到这里`;
        await page.type(safe.slice(kept.length));
        await saved();
        const typed = `${safe}，再写几个字`;
        await page.type(typed.slice(safe.length));
        await page.goto(singleFile);
        await page.waitFor(ready);
        await page.waitFor(action('open-draft'));
        await page.click(action('open-draft'));
        await page.waitFor(goal);
        kept = await page.value(goal);
        assert.ok(kept.startsWith(safe) && typed.startsWith(kept), `left ${time} times: ${kept}`);
      }
    }));
}
