// Firefox, through WebDriver BiDi: the browser speaks it itself, so no driver program has to be built.
import puppeteer from 'puppeteer-core';
import { program } from '../../tools.mjs';
import { Kept } from './kept.mjs';
import { Page, watchScript, within } from './page.mjs';

const kept = new Kept(start, end);

export function openFirefox(options) {
  return kept.page(async (browser) => {
    const context = await browser.createBrowserContext();
    const raw = await context.newPage();
    await raw.setViewport(options.viewport);
    await raw.evaluateOnNewDocument(watchScript);
    if (options.initScript) await raw.evaluateOnNewDocument(options.initScript);
    return new PuppeteerPage('firefox', raw, async () => {
      const closed = await within(5_000, context.close().then(() => true));
      if (!closed) await kept.drop();
      await kept.left();
    });
  });
}

function start() {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: program('firefox-esr'),
    headless: true,
    defaultViewport: null,
    timeout: 60_000,
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN,zh' },
  });
}

async function end(browser) {
  const process = browser.process();
  await within(5_000, browser.close());
  if (process && process.exitCode === null) process.kill('SIGKILL');
}

class PuppeteerPage extends Page {
  #end;
  #requests = [];

  constructor(engine, raw, end) {
    super(engine);
    this.#end = end;
    /** The library's own page, for what only Firefox can do. */
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
    return this.raw.evaluate(expression);
  }

  async click(selector) {
    await this.raw.locator(selector).click();
  }

  async keys(text) {
    await this.raw.keyboard.type(text);
  }

  async press(keys) {
    const names = keys.split('+');
    const last = names.pop();
    for (const name of names) await this.raw.keyboard.down(name);
    await this.raw.keyboard.press(last);
    for (const name of names.reverse()) await this.raw.keyboard.up(name);
  }

  async setFiles(selector, paths) {
    const input = await this.raw.$(selector);
    await input.uploadFile(...[paths].flat());
  }

  async screenshot(path) {
    await this.raw.screenshot({ path, fullPage: true });
  }

  async allRequests() {
    return this.#requests;
  }

  async close() {
    await this.#end();
  }
}
