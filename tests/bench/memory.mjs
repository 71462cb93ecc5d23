// What a page holds over 1,000 edits of a checked sheet, typed and taken back, after the rubbish was collected: heap of
// scripts, buffers, elements and listeners; what the module holds in its own memory is not among them. Budget: flat after the first 250.
import { join } from 'node:path';
import { ready, withPage } from '../browser/drivers.mjs';
import { action, cell, rowCell } from '../browser/filling.mjs';
import { root, singleFile } from '../tools.mjs';

const EDITS = 1_000;
const LOOK = 250;
/** Undo keeps so many steps; they are full by the first look. Ten in a hundred more is taken for growth. */
const FLAT = 1.1;

await withPage('chromium', {}, async (page) => {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.setFiles('#file-picker', join(root, 'tests/documents/declaration-2021.json'));
  await page.waitFor(cell('project-name'));
  await page.click(action('check'));
  await page.waitFor('[data-verdict]');
  const session = await page.raw.context().newCDPSession(page.raw);
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const heap = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { heap: heap.usedSize, buffers: heap.backingStorageSize ?? 0, nodes, listeners: jsEventListeners };
  };
  const looks = [];
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const target = rowCell('r2', edit % 2 ? 'level-3' : 'target');
    await page.click(target);
    await page.press('End');
    await page.type('7');
    await page.press('Backspace');
    if (edit % LOOK === 0) looks.push(await held());
  }
  const mega = (bytes) => (bytes / 1e6).toFixed(1);
  for (const [at, { heap, buffers, nodes, listeners }] of looks.entries()) {
    console.log(`${(at + 1) * LOOK} edits: heap ${mega(heap)} MB, buffers ${mega(buffers)} MB, ${nodes} nodes, ${listeners} listeners`);
  }
  const [first, last] = [looks[0], looks.at(-1)];
  const grown = Object.keys(first).filter((kind) => last[kind] > first[kind] * FLAT);
  console.log(grown.length ? `OVER: grew by more than a tenth: ${grown.join(', ')}` : 'flat');
});
