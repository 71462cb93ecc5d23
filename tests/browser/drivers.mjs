// One way to drive four engines. `open` gives a Page (drivers/page.mjs says what it can do):
//
//   const page = await open('firefox');
//   try {
//     await page.goto(singleFile);
//     await page.waitFor(ready);
//     await page.type('#name', '道路养护');
//     assert.equal(await page.value('#name'), '道路养护');
//   } finally {
//     await page.close();
//   }
//
// Options: viewport {width, height}; initScript, a function that runs in the page before its own scripts (not in WebKit).
import { openChromium, openChromium86 } from './drivers/playwright.mjs';
import { openFirefox } from './drivers/puppeteer.mjs';
import { openWebKit } from './drivers/webdriver.mjs';

const OPENERS = {
  chromium: openChromium,
  chromium86: openChromium86,
  firefox: openFirefox,
  webkit: openWebKit,
};

/** Every engine of the floor. A test that can't run in one of them fails; it is never skipped. */
export const ENGINES = Object.keys(OPENERS);

export async function open(engine, options = {}) {
  const opener = OPENERS[engine];
  if (!opener) throw new Error(`no engine is called ${engine}; there are ${ENGINES.join(', ')}`);
  return opener({ viewport: { width: 1280, height: 900 }, ...options });
}

/** Runs `work(page)` in one engine and closes the page whatever happens; a failure leaves a screenshot behind. */
export async function withPage(engine, options, work) {
  try {
    return await once(engine, options, work);
  } catch (error) {
    // WebKitGTK loses an engine at times (see STEADY in drivers/webdriver.mjs): the page stands still from then on, which
    // says nothing of the page. One that stands still twice in the same place is our own; what is wrong is never asked again.
    if (engine !== 'webkit' || !error.inVain) throw error;
    console.warn(`once more from the beginning, after: ${error.message}`);
    return once(engine, options, work);
  }
}

async function once(engine, options, work) {
  const page = await open(engine, options);
  try {
    return await work(page);
  } catch (error) {
    error.message += await page.lastSight();
    throw error;
  } finally {
    await page.close();
  }
}

/** For `waitFor`: the first screen stands and takes input. */
export const ready = () => performance.getEntriesByName('ready').length > 0;
