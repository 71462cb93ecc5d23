// The package in a portal's page whose policy allows WebAssembly and nothing else that makes code.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../tools.mjs';
import { withPage } from './drivers.mjs';
import { servePortal } from './portal.mjs';
import { folder } from '../npm/package.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";
const PAGE = `<!doctype html><meta charset="utf-8"><title>portal</title><link rel="icon" href="data:,">
<script type="module" src="portal.js"></script>`;
const SCRIPT = `import init, * as jibiao from './jibiao.js';
await init();
window.jibiao = jibiao;
document.documentElement.dataset.state = 'running';`;

async function inPortal(engine, work) {
  const served = mkdtempSync(join(tmpdir(), 'jibiao-portal-'));
  for (const name of ['jibiao.js', 'jibiao_bg.wasm']) copyFileSync(join(folder, name), join(served, name));
  writeFileSync(join(served, 'index.html'), PAGE);
  writeFileSync(join(served, 'portal.js'), SCRIPT);
  const portal = await servePortal(served, POLICY);
  try {
    await withPage(engine, {}, async (page) => {
      await page.goto(portal.address);
      await page.waitFor(() => document.documentElement.dataset.state === 'running');
      await work(page);
      const foreign = (await page.requests()).filter((address) => !address.startsWith(portal.address));
      assert.deepEqual(foreign, []);
    });
  } finally {
    portal.stop();
    rmSync(served, { recursive: true });
  }
}

test('it checks, scores and edits under a strict policy, without one violation', () =>
  inPortal('chromium', async (page) => {
    const json = readFileSync(join(root, 'tests', 'documents', 'self-evaluation-2015.json'), 'utf8');
    const seen = await page.evaluate((json) => {
      const { Draft, check, explain, forms } = window.jibiao;
      const answer = check({ json, rebind: true });
      const draft = Draft.open(json, { rebind: true });
      draft.apply({ edit: 'set-cell', cell: 'fund.total.executed', text: '150' });
      const after = draft.score().performance.total;
      draft.undo();
      const back = draft.score().performance.total;
      draft.free();
      let thrown;
      try {
        check({ json: 'no' });
      } catch (error) {
        thrown = { isError: error instanceof Error, code: error.code };
      }
      return { total: answer.performance.total, after, back, thrown, forms: forms().some(({ id }) => id === 'project-declaration-2021'), page: explain('row-score-off').id };
    }, json);
    // By hand: 10 × 291 ÷ 300 = 9.7 of the execution rate becomes 10 × 150 ÷ 300 = 5, so 99.2 becomes 94.5.
    assert.deepEqual(seen, {
      total: { state: 'determined', exact: '99.2', rounded: '99.2' },
      after: { state: 'determined', exact: '94.5', rounded: '94.5' },
      back: { state: 'determined', exact: '99.2', rounded: '99.2' },
      thrown: { isError: true, code: 'not-json' },
      forms: true,
      page: 'row-score-off',
    });
    assert.deepEqual(await page.violations(), []);
    assert.deepEqual(await page.errors(), []);
  }));

test('the policy of this test does refuse code made from text', () =>
  inPortal('chromium', async (page) => {
    // The driver's own calls are exempt from the policy; a timer of the page is not.
    await page.evaluate(() => {
      setTimeout("window.made = 'from text'", 0);
    });
    await page.waitFor(() => window.__watched.violations.length > 0);
    assert.equal(await page.evaluate(() => window.made ?? null), null);
  }));
