// A virtual screen reader in whatever state the page is in: what a person who listens hears, in the order of hearing.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { outputFiles } = require('esbuild').buildSync({
  stdin: { contents: "export { virtual } from '@guidepup/virtual-screen-reader/browser.js'", resolveDir: import.meta.dirname },
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'reader',
  platform: 'browser',
  write: false,
});
const source = outputFiles[0].text;

/** Everything inside `container`, read from its beginning to its end, one phrase each. */
export async function readAll(page, container) {
  await load(page);
  return page.evaluate(async (container) => {
    const { virtual } = window.__reader;
    await virtual.start({ container: document.querySelector(container) });
    const end = `end of ${await virtual.lastSpokenPhrase()}`;
    // More than that nobody listens to.
    for (let steps = 0; (await virtual.lastSpokenPhrase()) !== end; steps += 1) {
      if (steps > 2_000) throw new Error(`“${end}” is never said`);
      await virtual.next();
    }
    const phrases = await virtual.spokenPhraseLog();
    await virtual.stop();
    return phrases.slice(1, -1);
  }, container);
}

/**
 * What is said while a person works: `focus`, where the focus goes, and `live`, what the page announces of itself. Which
 * of the two comes first is the browser's own business.
 */
export async function listen(page, work) {
  await load(page);
  await page.evaluate(async () => {
    await window.__reader.virtual.start({ container: document.getElementById('app') });
    await window.__reader.virtual.clearSpokenPhraseLog();
  });
  await work();
  const phrases = await page.evaluate(async () => {
    const phrases = await window.__reader.virtual.spokenPhraseLog();
    await window.__reader.virtual.stop();
    return phrases;
  });
  const live = (phrase) => /^(polite|assertive): /.test(phrase);
  return { focus: phrases.filter((phrase) => !live(phrase)), live: phrases.filter(live) };
}

const load = (page) => page.evaluate(`(() => { if (!window.__reader) { ${source}; window.__reader = reader; } })()`);
