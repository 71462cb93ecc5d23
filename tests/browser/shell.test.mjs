// The shell around the page: it opens from disk in every engine, asks for nothing, and says so when it can't run.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { servePortal } from './portal.mjs';

needed(dist);
const state = (page) => page.attribute('html', 'data-state');

for (const engine of ENGINES) {
  test(`the single file opens from disk without any request: ${engine}`, () =>
    withPage(engine, {}, async (page) => {
      await page.goto(singleFile);
      await page.waitFor(ready);
      assert.equal(await state(page), 'running');
      assert.equal(await page.isVisible('#unsupported'), false);
      assert.equal(await page.isVisible('#fatal'), false);
      assert.deepEqual(await page.requests(), []);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    }));

  test(`the site runs from a portal and asks only the portal: ${engine}`, async () => {
    const portal = await servePortal(join(dist, 'site'));
    try {
      await withPage(engine, {}, async (page) => {
        await page.goto(portal.address);
        await page.waitFor(ready);
        assert.deepEqual(await page.violations(), []);
        const foreign = (await page.requests()).filter((address) => !address.startsWith(portal.address));
        assert.deepEqual(foreign, []);
      });
    } finally {
      portal.stop();
    }
  });

  test(`a broken engine stops the page and says what is kept: ${engine}`, () =>
    withPage(engine, {}, async (page) => {
      await page.goto(singleFile);
      await page.waitFor(ready);
      // An error that is not the engine's own leaves the page alone.
      await page.evaluate(() => {
        window.dispatchEvent(new ErrorEvent('error', { message: 'other', error: new Error('other') }));
      });
      assert.equal(await state(page), 'running');
      await page.evaluate(() => {
        document.dispatchEvent(new CustomEvent('jibiao:stopped', { detail: 'panicked' }));
      });
      await page.waitFor('#fatal');
      assert.match(await page.text('#fatal-text'), /已暂存/);
      assert.deepEqual(await axe(page), []);
      await page.click('#fatal-reload');
      await page.waitFor(() => document.documentElement.dataset.state === 'running');
      assert.equal(await page.isVisible('#fatal'), false);
    }));
}

/** In the page: calls into the engine trap once `__trap` is set, and nobody is told what was thrown, as in WebKit from disk. */
function hiddenTrap() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    const trapping = (own) => (...args) => {
      if (window.__trap) throw new WebAssembly.RuntimeError('Out of bounds memory access');
      return own(...args);
    };
    const entries = Object.entries((made.instance ?? made).exports);
    const exports = Object.fromEntries(entries.map(([name, own]) => [name, typeof own === 'function' ? trapping(own) : own]));
    return { module: made.module, instance: { exports } };
  };
  for (const kind of ['error', 'unhandledrejection']) {
    window.addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
  }
}

for (const engine of ['chromium', 'chromium86', 'firefox']) {
  test(`a trap that the browser hides stops the page: ${engine}`, () =>
    withPage(engine, { initScript: hiddenTrap }, async (page) => {
      await page.goto(singleFile);
      await page.waitFor(ready);
      await page.evaluate(() => {
        window.__trap = true;
        document.querySelector('[data-action="language"]').click();
      });
      await page.waitFor('#fatal');
      assert.match(await page.text('#fatal-reason'), /Out of bounds/);
      assert.equal(await page.attribute('#app', 'inert'), '');
    }));
}

test('a trap without last words stops the page as well', () =>
  withPage('chromium', {}, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    await page.evaluate(() => {
      // A module of one function, its start, of one instruction: unreachable.
      const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];
      const module = new WebAssembly.Module(new Uint8Array(trap));
      setTimeout(() => new WebAssembly.Instance(module));
    });
    await page.waitFor('#fatal');
    assert.match(await page.text('#fatal-reason'), /unreachable/);
  }));

// WebKit's driver can't run anything before the page's own scripts.
for (const engine of ENGINES.filter((engine) => engine !== 'webkit')) {
  test(`without WebAssembly there is a notice, not a blank page: ${engine}`, () =>
    withPage(engine, { initScript: () => delete window.WebAssembly }, async (page) => {
      await page.goto(singleFile);
      await page.waitFor('#unsupported');
      assert.match(await page.text('#unsupported'), /绩表没能打开/);
      assert.equal(await page.isVisible('#app'), false);
      assert.deepEqual(await axe(page), []);
    }));

  const refuse = () => {
    WebAssembly.instantiate = () => Promise.reject(new Error('refused by a test'));
  };
  test(`a module that can't start gives the notice with its reason: ${engine}`, () =>
    withPage(engine, { initScript: refuse }, async (page) => {
      await page.goto(singleFile);
      await page.waitFor('#unsupported');
      assert.match(await page.text('#unsupported-reason'), /refused by a test/);
    }));
}

test('a browser that can\'t unpack the module by itself still opens the page', () =>
  withPage('chromium', { initScript: () => delete window.DecompressionStream }, async (page) => {
    await page.goto(singleFile);
    await page.waitFor(ready);
    assert.equal(await state(page), 'running');
  }));

for (const engine of ['chromium', 'chromium86']) {
  test(`the policy of the single file holds: ${engine}`, () =>
    withPage(engine, {}, async (page) => {
      await page.goto(singleFile);
      await page.waitFor(ready);
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        const image = new Image();
        image.src = 'http://127.0.0.1:9/image.png';
        const styled = document.createElement('p');
        styled.setAttribute('style', 'color: red');
        document.body.append(script, image, styled);
        return fetch('http://127.0.0.1:9/').catch(() => null);
      });
      await page.waitFor(() => window.__watched.violations.length >= 4);
      const refused = (await page.violations()).map((violation) => violation.split(' ')[0]).sort();
      // Which of the two names a directive goes by depends on the version.
      const names = refused.map((name) => name.replace(/-(elem|attr)$/, ''));
      assert.deepEqual([...new Set(names)].sort(), ['connect-src', 'img-src', 'script-src', 'style-src']);
      assert.equal(await page.evaluate(() => window.injected ?? false), false);
    }));
}

for (const engine of ['chromium', 'firefox']) {
  test(`the site opens without a network once it was visited: ${engine}`, async () => {
    const portal = await servePortal(join(dist, 'site'));
    await withPage(engine, {}, async (page) => {
      try {
        await page.goto(portal.address);
        await page.waitFor(ready);
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      } finally {
        portal.stop();
      }
      await assert.rejects(fetch(portal.address), 'the portal is gone');
      await page.reload();
      await page.waitFor(ready);
      assert.equal(await state(page), 'running');
      await page.waitFor('[data-empty]');
      assert.deepEqual(await page.errors(), []);
    });
  });
}

test('the site runs under a portal policy without unsafe-eval', async () => {
  const portal = await servePortal(join(dist, 'site'), "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
  try {
    for (const engine of ['chromium', 'firefox', 'webkit']) {
      await withPage(engine, {}, async (page) => {
        await page.goto(portal.address);
        await page.waitFor(ready);
        assert.deepEqual(await page.violations(), []);
      });
    }
  } finally {
    portal.stop();
  }
});
