// What a page can do in every engine. An engine supplies the few methods at the end.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 15_000;
/** One stay in the page while waiting; after that the page may be another. */
const ROUND = 1_000;
/** What the engines say when the page that was asked has been left meanwhile. */
const LEFT = /context|navigat|unload|no such frame|discarded/i;

/** In the page before its own scripts: remembers what the security policy refused and what went wrong. */
export const watchScript = `(() => {
  if (window.__watched) return;
  const watched = (window.__watched = { violations: [], errors: [] });
  document.addEventListener('securitypolicyviolation', (event) =>
    watched.violations.push(event.effectiveDirective + ' ' + event.blockedURI));
  window.addEventListener('error', (event) => watched.errors.push(String(event.message)));
  window.addEventListener('unhandledrejection', (event) => watched.errors.push(String(event.reason)));
})()`;

export class Page {
  constructor(engine) {
    this.engine = engine;
  }

  // ── looking ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs a function (or the text of an expression) in the page; arguments and result are JSON. Promises are awaited. */
  async evaluate(work, ...values) {
    if (typeof work === 'string') return this.run(work);
    return this.run(`(${work})(${values.map((value) => JSON.stringify(value) ?? 'undefined').join(', ')})`);
  }

  /**
   * Waits until a selector matches something visible, or a function gives something truthy, and returns that.
   * Looks again after every turn of the page's own clock, through reloads too; there is no fixed sleep.
   */
  async waitFor(what, ...values) {
    const test = typeof what === 'function' ? `(${what})` : `(${visible})`;
    const given = JSON.stringify(typeof what === 'function' ? values : [what]);
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      try {
        const { found } = await this.run(`(${look})(() => ${test}(...${given}), ${ROUND})`);
        if (found) return found;
      } catch (error) {
        if (!LEFT.test(error.message)) throw error;
      }
    }
    throw Object.assign(new Error(`${this.engine}: waited ${PATIENCE} ms in vain for ${what}`), { inVain: true });
  }

  text(selector) {
    return this.evaluate((selector) => document.querySelector(selector)?.textContent ?? null, selector);
  }

  value(selector) {
    return this.evaluate((selector) => document.querySelector(selector)?.value ?? null, selector);
  }

  attribute(selector, name) {
    return this.evaluate((selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null, selector, name);
  }

  count(selector) {
    return this.evaluate((selector) => document.querySelectorAll(selector).length, selector);
  }

  isVisible(selector) {
    return this.evaluate(`(${visible})(${JSON.stringify(selector)})`);
  }

  /** What the security policy refused since the page was opened, as "directive address". */
  violations() {
    return this.evaluate(() => window.__watched?.violations ?? []);
  }

  /** Uncaught errors since the page was opened. */
  errors() {
    return this.evaluate(() => window.__watched?.errors ?? []);
  }

  /** Addresses asked for beyond the page itself; data: and blob: never leave the page and don't count. */
  async requests() {
    const all = await this.allRequests();
    return all.filter((address) => !/^(data|blob|about):/.test(address));
  }

  // ── doing ────────────────────────────────────────────────────────────────────────────────────────────────

  /** `type(text)` types where the focus is; `type(selector, text)` clicks there first. Real key events throughout. */
  async type(...values) {
    const text = values.pop();
    if (values.length) await this.click(values[0]);
    await this.keys(text);
  }

  /** Replaces what a field holds, as a person does: click, select all, type. */
  async retype(selector, text) {
    await this.click(selector);
    await this.press('Control+a');
    if (text === '') await this.press('Delete');
    else await this.keys(text);
  }

  /** Chooses an option of a select by its value: goes there first, as a person does, because only then all is offered. */
  async choose(selector, value) {
    await this.evaluate((selector) => document.querySelector(selector).focus(), selector);
    await this.evaluate(
      (selector, value) => {
        const select = document.querySelector(selector);
        select.value = value;
        if (select.value !== value) throw new Error(`${selector} does not offer ${value}`);
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      selector,
      value,
    );
  }

  /**
   * Pastes as the clipboard would: `content` maps media types to texts. The event is made in the page, because no
   * engine lets a test fill the system's clipboard with HTML.
   */
  async paste(content) {
    await this.evaluate((content) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(content)) data.setData(type, text);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
      // Firefox makes an event with an empty clipboard, whatever it is given.
      if (event.clipboardData !== data) Object.defineProperty(event, 'clipboardData', { value: data });
      document.activeElement.dispatchEvent(event);
    }, content);
  }

  /**
   * Does `action` and returns the file that the page offers for saving by a link: { name, text, bytes }.
   * The link is caught inside the page, the same in every engine; nothing is written to disk.
   */
  async download(action) {
    await this.evaluate(() => {
      const blobs = new Map();
      const make = URL.createObjectURL;
      const click = HTMLAnchorElement.prototype.click;
      const caught = (window.__download = { file: null });
      const take = (link) => {
        if (!link.hasAttribute('download') || !blobs.has(link.href)) return false;
        const reader = new FileReader();
        reader.onload = () => {
          // As a data address, which every engine hands over as it is.
          caught.file = { name: link.download, base64: reader.result.slice(reader.result.indexOf(',') + 1) };
        };
        reader.readAsDataURL(blobs.get(link.href));
        return true;
      };
      const onclick = (event) => {
        const link = event.target.closest?.('a[download]');
        if (link && take(link)) event.preventDefault();
      };
      URL.createObjectURL = (blob) => {
        const address = make.call(URL, blob);
        blobs.set(address, blob);
        return address;
      };
      HTMLAnchorElement.prototype.click = function () {
        if (this.isConnected || !take(this)) click.call(this);
      };
      document.addEventListener('click', onclick, true);
      caught.undo = () => {
        URL.createObjectURL = make;
        HTMLAnchorElement.prototype.click = click;
        document.removeEventListener('click', onclick, true);
      };
    });
    try {
      await action();
      const { name, base64 } = await this.waitFor(() => window.__download.file);
      const bytes = Buffer.from(base64, 'base64');
      return { name, bytes, text: bytes.toString('utf8') };
    } finally {
      await this.evaluate(() => {
        window.__download.undo();
        delete window.__download;
      });
    }
  }

  /** For a failed test: what went wrong in the page, and where a screenshot of it is. */
  async lastSight() {
    const path = join(mkdtempSync(join(tmpdir(), 'jibiao-')), `${this.engine}.png`);
    const errors = (await within(5_000, this.errors())) ?? [];
    await within(10_000, this.screenshot(path));
    const sight = existsSync(path) ? `screenshot: ${path}` : 'no screenshot could be taken';
    return `\n(${[this.engine, sight, ...errors.map((error) => `error in the page: ${error}`)].join('; ')})`;
  }

  // ── supplied by the engine ───────────────────────────────────────────────────────────────────────────────
  // goto(url), reload(), run(expression), click(selector), keys(text), press('Control+Shift+a'), setFiles(selector, paths),
  // screenshot(path), allRequests(), close()

  /** Composes text through an input method: the steps one sees while typing, then the chosen text. */
  async compose() {
    throw new Error(`${this.engine} can't compose text; Chromium can`);
  }
}

/** Runs in the page: looks until the test holds or the time is over. */
const look = (test, time) => {
  const end = Date.now() + time;
  return new Promise((resolve, reject) => {
    const turn = async () => {
      try {
        const found = await test();
        if (found || Date.now() > end) resolve({ found });
        else setTimeout(turn, 10);
      } catch (error) {
        reject(error);
      }
    };
    turn();
  });
};

const visible = (selector) => {
  const element = document.querySelector(selector);
  return Boolean(element && element.getClientRects().length && getComputedStyle(element).visibility !== 'hidden');
};

/** What `work` gives, or an error that says what took too long. */
export function limited(milliseconds, what, work) {
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

/** Gives up on `work` after a while; for closing, where a browser may hang. */
export function within(milliseconds, work) {
  let timer;
  const end = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return Promise.race([work.catch(() => {}), end]).finally(() => clearTimeout(timer));
}
