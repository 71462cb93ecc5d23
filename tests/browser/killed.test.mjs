// 断电：the browser is killed while somebody types, ten times over the same draft. Everything up to the last 已暂存 that could
// be seen is there again, and never more than a second of typing is missing.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed, singleFile } from '../tools.mjs';
import { ready } from './drivers.mjs';
import { openLasting } from './drivers/playwright.mjs';
import { action, cell, startForm } from './filling.mjs';

needed(dist);

const KILLS = 10;
const AT_RISK = 1000;

/** Numbers that look like chance and are the same in every run. */
function* chance(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    yield state / 2 ** 32;
  }
}

const isSaved = () => document.querySelector('#app [data-state]').dataset.state === 'saved';

/** Types letter after letter, through so many saves and so many letters more; says what is safe and when each letter came. */
async function typeThrough(page, numbers, saves, more, from) {
  let typed = '';
  let safe = '';
  const moments = [];
  const letter = async () => {
    const next = '路桥涵洞护栏标志排水绿化照明养护巡查检测设计监理'[Math.floor(numbers.next().value * 24)];
    await page.raw.keyboard.insertText(next);
    typed += next;
    moments.push(Date.now());
    if (await page.evaluate(isSaved)) safe = typed;
  };
  for (let save = 0; save < saves; save += 1) {
    const letters = 1 + Math.floor(numbers.next().value * 30);
    for (let count = 0; count < letters; count += 1) await letter();
    await page.waitFor(isSaved);
    safe = typed;
  }
  for (let count = 0; count < more; count += 1) await letter();
  return { safe: from + safe, typed: from + typed, moments };
}

test('killed at ten moments of typing, the page gives back what it said was kept, and all but the last second', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-lasting-'));
  const numbers = chance(20261122);
  const goal = cell('year-goal');
  let kept = '';
  let page = await openLasting(folder, { viewport: { width: 1280, height: 900 } });
  try {
    await startForm(page, 'project-declaration-2021');
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await page.click(goal);
      await page.press('Control+End');
      const saves = kill === 1 ? 1 : Math.floor(numbers.next().value * 3);
      const more = Math.floor(numbers.next().value * 120);
      const { safe, typed, moments } = await typeThrough(page, numbers, saves, more, kept);
      const killed = Date.now();
      await page.kill();

      page = await openLasting(folder, { viewport: { width: 1280, height: 900 } });
      await page.goto(singleFile);
      await page.waitFor(ready);
      await page.waitFor((goal) => document.querySelector(goal) || document.querySelector('[data-action="open-draft"]'), goal);
      if ((await page.count(goal)) === 0) await page.click(action('open-draft'));
      await page.waitFor(goal);
      const found = await page.value(goal);
      const old = kept.length + moments.filter((moment) => moment <= killed - AT_RISK).length;
      const told = `kill ${kill}: ${typed.length} letters, ${safe.length} said to be kept, ${old} older than a second, ${found.length} found`;
      assert.ok(typed.startsWith(found), `what was found was typed like this; ${told}`);
      assert.ok(found.length >= safe.length, told);
      assert.ok(found.length >= old, told);
      kept = found;
    }
    assert.ok(kept.length > 100, 'the ten runs typed something');
  } finally {
    await page.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
