// WebKitGTK, through its own WebDriver, on a display of its own.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { program } from '../../tools.mjs';
import { Page, watchScript, within } from './page.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Key names as Playwright knows them, to the code points of the WebDriver standard. */
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013',
  ArrowRight: '\uE014', ArrowDown: '\uE015', Insert: '\uE016', Delete: '\uE017', F2: '\uE032', Meta: '\uE03D',
};

/**
 * The last stage of WebKitGTK 2.50's compiler for WebAssembly now and then gets a long function wrong: another digest in
 * one bundle of 25, or the page's process gone (crates/kit/docs/decisions.md). What it says of the page is then nothing, so
 * tests run without that stage. The page guards itself: a bundle is read back before it is given out.
 *
 * Without that stage one page in about 170 still stands still: "RuntimeError: Out of bounds memory access" in a module of
 * safe Rust, seen where the page is served (WebKit hides it from pages on disk), at different places. No run of the tests has
 * shown the like in another engine.
 */
const STEADY = { JSC_useOMGJIT: '0' };

export async function openWebKit(options) {
  const processes = [];
  try {
    const display = await startDisplay(processes, options.viewport);
    const session = await startSession(processes, display);
    const { width, height } = options.viewport;
    // The window has a bar above the page, so it is somewhat taller than what the page sees.
    await call(session, 'POST', '/window/rect', { x: 0, y: 0, width, height: height + 60 });
    return new WebKitPage(session, processes);
  } catch (error) {
    stop(processes);
    throw error;
  }
}

/** An X server that picks a free display itself and says which. */
async function startDisplay(processes, { width, height }) {
  const screen = `${width + 100}x${height + 160}x24`;
  const server = spawn(program('Xvfb'), ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  processes.push(server);
  const [number] = await Promise.race([
    once(server.stdio[3], 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display'))),
  ]);
  return `:${String(number).trim()}`;
}

async function startSession(processes, display) {
  const port = await freePort();
  const driver = spawn(program('WebKitWebDriver'), [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, ...STEADY, DISPLAY: display, GDK_BACKEND: 'x11', LANG: 'C.UTF-8' },
  });
  processes.push(driver);
  const address = `http://127.0.0.1:${port}`;
  await answering(address, driver);
  const browserOptions = { binary: miniBrowser(), args: ['--automation'] };
  const { sessionId } = await call(address, 'POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions, timeouts: { script: 30_000, pageLoad: 30_000 } } },
  });
  return `${address}/session/${sessionId}`;
}

class WebKitPage extends Page {
  #session;
  #processes;

  constructor(session, processes) {
    super('webkit');
    this.#session = session;
    this.#processes = processes;
  }

  #call(method, path, body) {
    return call(this.#session, method, path, body);
  }

  async goto(url) {
    await this.#call('POST', '/url', { url });
    // WebDriver has no way in before the page's own scripts, so what happens earlier goes unseen here.
    await this.run(watchScript);
  }

  async reload() {
    await this.#call('POST', '/refresh', {});
    await this.run(watchScript);
  }

  async run(expression) {
    const answer = await this.#call('POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args: [],
    });
    if (answer.error) throw new Error(answer.error);
    return answer.value ?? undefined;
  }

  async #element(selector) {
    await this.waitFor((selector) => Boolean(document.querySelector(selector)), selector);
    const found = await this.#call('POST', '/element', { using: 'css selector', value: selector });
    return found[ELEMENT];
  }

  async click(selector) {
    // The driver refuses what is not in sight or is covered, and does not wait; a person scrolls there and then clicks. What
    // still moves is looked at again: a click goes to where a thing was when the driver asked.
    await this.waitFor(async (selector) => {
      const element = document.querySelector(selector);
      if (!element) return false;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const before = element.getBoundingClientRect().top;
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      const { left, top, width, height } = element.getBoundingClientRect();
      if (top !== before) return false;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit && (element.contains(hit) || hit.contains(element));
    }, selector);
    await this.#call('POST', `/element/${await this.#element(selector)}/click`, {});
  }

  async keys(text) {
    const strokes = [...text].flatMap((character) => {
      const value = character === '\n' ? KEYS.Enter : character === '\t' ? KEYS.Tab : character;
      return [down(value), up(value)];
    });
    await this.#strokes(strokes);
  }

  async press(keys) {
    const values = keys.split('+').map((name) => KEYS[name] ?? name);
    await this.#strokes([...values.map(down), ...values.reverse().map(up)]);
  }

  async #strokes(actions) {
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async setFiles(selector, paths) {
    await this.#call('POST', `/element/${await this.#element(selector)}/value`, { text: [paths].flat().join('\n') });
  }

  async screenshot(path) {
    writeFileSync(path, Buffer.from(await this.#call('GET', '/screenshot'), 'base64'));
  }

  /** WebDriver does not report requests; the page's own record of what it loaded is the next best. */
  allRequests() {
    return this.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  }

  async close() {
    await within(5_000, this.#call('DELETE', ''));
    stop(this.#processes);
  }
}

const down = (value) => ({ type: 'keyDown', value });
const up = (value) => ({ type: 'keyUp', value });

async function call(address, method, path, body) {
  const response = await fetch(address + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit: ${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

async function answering(address, driver) {
  for (;;) {
    if (driver.exitCode !== null) throw new Error('WebKitWebDriver ended at once');
    try {
      await call(address, 'GET', '/status');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The small browser that WebKitGTK ships for such purposes; its folder depends on machine and version. */
function miniBrowser() {
  for (const machine of readdirSync('/usr/lib')) {
    for (const version of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
      const path = join('/usr/lib', machine, version, 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  throw new Error('MiniBrowser is missing: run `cargo dev test` once to set it up');
}

/** Ends what we started, the latest first, by its own process and nothing else. */
function stop(processes) {
  for (const process of [...processes].reverse()) process.kill('SIGKILL');
}
