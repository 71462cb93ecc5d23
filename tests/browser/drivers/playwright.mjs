// Chromium, current and 86. Two versions of the same library, because no one version drives both.
import { spawn } from 'node:child_process';
import { chromium as current } from 'playwright-core';
import { chromium as old } from 'playwright-core-old';
import { chromium86, program } from '../../tools.mjs';
import { Kept } from './kept.mjs';
import { Page, limited, watchScript, within } from './page.mjs';

const CHROMIUM = {
  name: 'chromium',
  library: current,
  launch: () => ({ executablePath: program('chromium'), args: ['--no-sandbox', '--disable-gpu'] }),
};
const CHROMIUM_86 = {
  name: 'chromium86',
  library: old,
  launch: () => ({
    executablePath: chromium86(),
    // It was built for machines without /dev/shm or a zygote.
    args: ['--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote', '--disable-dev-shm-usage'],
  }),
};

const kept = new Kept(() => start(CHROMIUM), end);

export function openChromium(options) {
  return again(() =>
    kept.page(async ({ browser }) => {
      const { context, page } = await limited(30_000, 'opening chromium', pageOf(browser, options));
      return new PlaywrightPage('chromium', page, async () => {
        const closed = await within(3_000, context.close().then(() => true));
        if (!closed) await kept.drop();
        await kept.left();
      });
    }),
  );
}

/** All of Chromium 86 is one process here, so every page gets one of its own. */
export function openChromium86(options) {
  return again(async () => {
    const started = await start(CHROMIUM_86);
    try {
      const { page } = await limited(30_000, 'opening chromium86', pageOf(started.browser, options));
      return new PlaywrightPage('chromium86', page, () => end(started));
    } catch (error) {
      await end(started);
      throw error;
    }
  });
}

/** Chromium 86 was seen to start and then never answer. That says nothing of the page, so it is started anew, once. */
async function again(open) {
  try {
    return await open();
  } catch {
    return open();
  }
}

async function start({ name, library, launch }) {
  // A server rather than a plain launch: it can be killed when the browser hangs at its end, as Chromium 86 does at times.
  const server = await library.launchServer({ headless: true, timeout: 30_000, ...launch() });
  try {
    return { server, browser: await limited(30_000, `connecting to ${name}`, library.connect(server.wsEndpoint())) };
  } catch (error) {
    await within(3_000, server.kill());
    throw error;
  }
}

async function end({ server, browser }) {
  await within(3_000, browser.close());
  await within(3_000, server.kill());
}

async function pageOf(browser, options) {
  const context = await browser.newContext({ viewport: options.viewport, locale: 'zh-CN' });
  await context.addInitScript({ content: watchScript });
  if (options.initScript) await context.addInitScript(options.initScript);
  return { context, page: await context.newPage() };
}

/**
 * Chromium with a folder that outlives it, as people have it: what a page keeps is there for the next one opened on the
 * folder. `page.kill()` ends it at once, with all its processes, as a power cut would end it.
 */
export async function openLasting(folder, options) {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const started = spawn(program('chromium'), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => started.once('exit', resolve));
  const server = {
    kill: () => {
      try {
        process.kill(-started.pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
      return ended;
    },
  };
  try {
    const browser = await current.connectOverCDP(await address(started));
    const [context] = browser.contexts();
    await context.addInitScript({ content: watchScript });
    const page = await context.newPage();
    await page.setViewportSize(options.viewport);
    const opened = new PlaywrightPage('chromium', page, () => end({ server, browser }));
    opened.kill = server.kill;
    return opened;
  } catch (error) {
    await server.kill();
    throw error;
  }
}

/** Where a browser that has just been started says it can be driven. */
async function address(started) {
  let said = '';
  for await (const part of started.stderr) {
    said += part;
    const found = said.match(/DevTools listening on (ws:\S+)/);
    if (found) return found[1];
  }
  throw new Error(`Chromium ended before it could be driven: ${said}`);
}

class PlaywrightPage extends Page {
  #end;
  #requests = [];

  constructor(engine, raw, end) {
    super(engine);
    this.#end = end;
    /** The library's own page, for what only Chromium can do. */
    this.raw = raw;
    raw.on('request', (request) => {
      if (!request.isNavigationRequest()) this.#requests.push(request.url());
    });
  }

  async goto(url) {
    this.#requests = [];
    await this.raw.goto(url);
  }

  async reload() {
    await this.raw.reload();
  }

  run(expression) {
    return limited(60_000, `${this.engine}: an answer of the page`, this.raw.evaluate(expression));
  }

  async click(selector) {
    await this.raw.click(selector);
  }

  async keys(text) {
    await this.raw.keyboard.type(text);
  }

  async press(keys) {
    await this.raw.keyboard.press(keys);
  }

  async setFiles(selector, paths) {
    await this.raw.setInputFiles(selector, paths);
  }

  async screenshot(path) {
    await this.raw.screenshot({ path, fullPage: true });
  }

  async allRequests() {
    return this.#requests;
  }

  /**
   * Chromium before 97 asks twice before it compiles a module: first for a word of the policy that it does not know,
   * which it reports, then for 'unsafe-eval', which lets it. Those reports are no violations: one for each module, and
   * the single file has a second one, which unpacks the first.
   */
  async violations() {
    const all = await super.violations();
    if (this.engine !== 'chromium86') return all;
    const modules = 1 + (await this.count('#unpacker'));
    for (let module = 0; module < modules; module++) {
      const report = all.indexOf('script-src eval');
      if (report >= 0) all.splice(report, 1);
    }
    return all;
  }

  async compose(steps, text) {
    // Chromium 86 has no such command yet.
    if (this.engine === 'chromium86') return super.compose();
    const session = await this.raw.context().newCDPSession(this.raw);
    for (const step of steps) {
      await session.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
    }
    await session.send('Input.insertText', { text });
    await session.detach();
  }

  async close() {
    await this.#end();
  }
}
