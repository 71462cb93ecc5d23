// A browser takes longer to start than many a test to run. So the one that a test has just left stays for the next test of
// the same file, which gets a profile of its own in it, and ends soon after nobody came.
import { within } from './page.mjs';

/** Long enough for the next test to begin; as long does the last test of a file wait for its end. */
const LINGER = 250;

export class Kept {
  #start;
  #stop;
  #browser = null;
  #pages = 0;
  #ending = null;

  /** `start` gives a browser, `stop` ends one, whatever state it is in. */
  constructor(start, stop) {
    this.#start = start;
    this.#stop = stop;
  }

  /** `work(browser)` opens a page. Where it fails, the browser is to blame, and the next page gets another. */
  async page(work) {
    clearTimeout(this.#ending);
    this.#pages += 1;
    try {
      this.#browser ??= this.#start();
      return await work(await this.#browser);
    } catch (error) {
      this.drop();
      await this.left();
      throw error;
    }
  }

  /** A page was closed. */
  async left() {
    this.#pages -= 1;
    if (this.#pages === 0) this.#ending = setTimeout(() => this.drop(), LINGER);
  }

  /** Ends the browser now. */
  async drop() {
    clearTimeout(this.#ending);
    const browser = this.#browser;
    this.#browser = null;
    if (!browser) return;
    const started = await browser.catch(() => null);
    if (started) await within(5_000, this.#stop(started));
  }
}
