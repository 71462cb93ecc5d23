// From navigation to a usable page, from disk. Budget: median 250 ms in current Chromium.
import { singleFile } from '../tools.mjs';
import { open, ready } from '../browser/drivers.mjs';

const ROUNDS = 15;
const BUDGET = 250;

for (const engine of ['chromium', 'chromium86', 'firefox', 'webkit']) {
  const page = await open(engine);
  try {
    const times = [];
    // The first round also warms the disk and the engine up; a person pays for it too, so it is printed.
    for (let round = 0; round <= ROUNDS; round++) {
      await page.goto(singleFile);
      await page.waitFor(ready);
      times.push(await page.evaluate(() => performance.getEntriesByName('ready')[0].startTime));
    }
    const [first, ...rest] = times;
    rest.sort((a, b) => a - b);
    const median = rest[Math.floor(ROUNDS / 2)];
    const verdict = engine === 'chromium' ? `, ${median <= BUDGET ? 'within' : 'OVER'} the budget of ${BUDGET}` : '';
    console.log(
      `start, ${engine.padEnd(11)} ${median.toFixed(0).padStart(5)} ms median of ${ROUNDS}${verdict}; ` +
        `first ${first.toFixed(0)}, slowest ${rest.at(-1).toFixed(0)}`,
    );
  } finally {
    await page.close();
  }
}
