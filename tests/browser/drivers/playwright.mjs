// Chromium, current and 86. Two versions of the same library, because no one version drives both.
import { spawn } from 'node:child_process';
import { chromium as current } from 'playwright-core';
import { chromium as old } from 'playwright-core-old';
import { chromium86, program } from '../../tools.mjs';
import { Page, limited, watchScript, within } from './page.mjs';

export function openChromium(options) {
  return openWith('chromium', current, { executablePath: program('chromium'), args: ['--no-sandbox', '--disable-gpu'] }, options);
}

export function openChromium86(options) {
  // It was built for machines without /dev/shm or a zygote.
  const args = ['--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote', '--disable-dev-shm-usage'];
  return openWith('chromium86', old, { executablePath: chromium86(), args }, options);
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
    return new PlaywrightPage('chromium', server, browser, page);
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

/** Chromium 86 was seen to start and then never answer. That says nothing of the page, so it is started anew, once. */
async function openWith(...start) {
  try {
    return await openOnce(...start);
  } catch {
    return openOnce(...start);
  }
}

async function openOnce(engine, library, launch, options) {
  // A server rather than a plain launch: it can be killed when the browser hangs at its end, as Chromium 86 does at times.
  const server = await library.launchServer({ headless: true, timeout: 30_000, ...launch });
  const open = async () => {
    const browser = await library.connect(server.wsEndpoint());
    const context = await browser.newContext({ viewport: options.viewport, locale: 'zh-CN' });
    await context.addInitScript({ content: watchScript });
    if (options.initScript) await context.addInitScript(options.initScript);
    return new PlaywrightPage(engine, server, browser, await context.newPage());
  };
  try {
    return await limited(30_000, `opening ${engine}`, open());
  } catch (error) {
    await within(3_000, server.kill());
    throw error;
  }
}

class PlaywrightPage extends Page {
  #server;
  #browser;
  #requests = [];

  constructor(engine, server, browser, raw) {
    super(engine);
    this.#server = server;
    this.#browser = browser;
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

  async kill() {
    await this.#server.kill();
  }

  async close() {
    await within(3_000, this.#browser.close());
    await within(3_000, this.#server.kill());
  }
}
