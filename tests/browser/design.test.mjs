// The page that shows the design system: made of the real page and its real style, and held against both.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, test } from 'node:test';
import { harvest } from '../design/harvest.mjs';
import { designPage, sheets, tokens } from '../design/page.mjs';
import { PARTS, UNSHOWN, UNSTYLED } from '../design/parts.mjs';
import { dist, needed, root } from '../tools.mjs';
import { axe } from './axe.mjs';
import { withPage } from './drivers.mjs';

needed(dist);
const file = join(dist, 'design.html');
const address = pathToFileURL(file).href;

before(async () => writeFileSync(file, designPage(await harvest())));

/** Classes that a style sheet speaks of: what stands in selectors, not in values. */
const styled = () =>
  new Set(sheets().flatMap((css) => {
    const selectors = css.replace(/\/\*[^]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}');
    return [...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name);
  }));

/** Classes of the parts, without those of the page around them. */
const shown = () => {
  const body = readFileSync(file, 'utf8').split('<body')[1];
  const names = [...body.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names.split(' '));
  return new Set(names.filter((name) => name && name !== 'ds' && !name.startsWith('ds-')));
};

const below = (folder) =>
  readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : readFileSync(path, 'utf8');
  }).join('\n');

test('the style has no class that nothing wears, and no part one that the style does not know', () => {
  const words = new Set((below(join(root, 'www/src')) + below(join(root, 'www/shell'))).match(/[a-z][\w-]*/g));
  // Some are put together from `is-` and a name.
  assert.deepEqual([...styled()].filter((name) => !words.has(name) && !words.has(name.replace(/^is-/, '')) && !(name in UNSHOWN)), []);
  assert.deepEqual([...shown()].filter((name) => !styled().has(name) && !UNSTYLED.includes(name)), []);
});

test('colours are tokens: no other sheet names one, but for white paper in print', () => {
  const [, ...others] = sheets();
  assert.deepEqual(others.flatMap((css) => css.match(/#[0-9a-f]{3,8}\b/gi) ?? []), ['#fff']);
});

test('every class of the style is seen on the page, but for those with a reason', () => {
  assert.deepEqual([...styled()].filter((name) => !shown().has(name) && !(name in UNSHOWN)), []);
  assert.deepEqual(Object.keys(UNSHOWN).filter((name) => !styled().has(name)), [], 'reasons for classes that are no more');
});

const opened = (options, work) =>
  withPage('chromium', { viewport: { width: 1366, height: 900 }, ...options }, async (page) => {
    await page.goto(address);
    await work(page);
    assert.deepEqual([await page.errors(), await page.violations()], [[], []]);
  });

/** What a person sees of an element: what colours, rules and lines it has. */
const look = (page, selector) =>
  page.evaluate((selector) => {
    const style = getComputedStyle(document.querySelector(selector));
    const seen = ['color', 'backgroundColor', 'borderTopColor', 'outlineStyle', 'outlineWidth', 'textDecorationLine', 'textDecorationThickness'];
    return Object.fromEntries(seen.map((name) => [name, style[name]]));
  }, selector);

test('a part that is pointed at, has the focus or is off looks other than at rest, and the focus is two pixels wide', () =>
  opened({}, async (page) => {
    for (const [at, part] of PARTS.entries()) {
      if (!part.states) continue;
      const of = (state) => look(page, `[data-specimen="${at}:${state}"] [data-shown="${state}"]`);
      const rest = await of('rest');
      for (const state of part.states) {
        const now = await of(state);
        assert.notDeepEqual(now, rest, `${part.name}, ${state}`);
        if (state === 'focus') assert.deepEqual([now.outlineStyle, now.outlineWidth], ['solid', '2px'], part.name);
      }
    }
  }));

/** Contrast after WCAG 2.2, of two colours as the browser computes them. */
const contrast = (page, pair) =>
  page.evaluate(([text, ground]) => {
    const light = (name) => {
      const probe = document.createElement('i');
      probe.className = `ds-c-${name}`;
      document.body.append(probe);
      const parts = getComputedStyle(probe).backgroundColor.match(/\d+/g).slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      probe.remove();
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    const [one, other] = [light(text), light(ground)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  }, pair);

/** What is written on what. The grounds of a row lie on each other, so text has to hold on all of them. */
const GROUNDS = ['desk', 'card', 'paper', 'grey-tint', 'accent-tint', 'accent-tint-2'];
const WRITTEN = [
  ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((text) => GROUNDS.map((ground) => [text, ground])),
  ...['vermilion', 'amber'].flatMap((text) => ['card', 'paper', `${text}-tint`, 'desk'].map((ground) => [text, ground])),
  ['green', 'card'], ['green', 'paper'], ['green', 'desk'], ['on-accent', 'accent'], ['on-accent', 'accent-2'], ['ink', 'vermilion-tint'], ['ink', 'amber-tint'],
];

for (const colorScheme of ['light', 'dark']) {
  test(`${colorScheme}: text has a contrast of 4.5 on every ground it is written on`, () =>
    opened({}, async (page) => {
      await page.raw.emulateMedia({ colorScheme });
      const weak = [];
      for (const pair of WRITTEN) {
        const ratio = await contrast(page, pair);
        if (ratio < 4.5) weak.push(`${pair.join(' on ')}: ${ratio.toFixed(2)}`);
      }
      assert.deepEqual(weak, []);
    }));

  test(`${colorScheme}: axe finds nothing, whoever chose the theme`, () =>
    opened({}, async (page) => {
      await page.raw.emulateMedia({ colorScheme });
      assert.deepEqual(await axe(page), []);
      const other = colorScheme === 'dark' ? 'light' : 'dark';
      await page.click(`[data-theme="in-${other}"]`);
      const [, red, green, blue] = tokens(other === 'dark').desk.match(/#(..)(..)(..)/).map((part) => parseInt(part, 16));
      const desk = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      assert.equal(desk, `rgb(${red}, ${green}, ${blue})`);
      assert.deepEqual(await axe(page), []);
    }));
}

test('forced colours: axe finds nothing, and what was told by a fill alone has a line', () =>
  opened({}, async (page) => {
    await page.raw.emulateMedia({ forcedColors: 'active' });
    assert.deepEqual(await axe(page), []);
    const edges = (selector) => page.evaluate((selector) => getComputedStyle(document.querySelector(selector)).borderTopStyle, selector);
    for (const selector of ['.ds-box .main', '.ds-box .quiet', '.ds-box .chart-bar', '.ds-box .badge']) assert.equal(await edges(selector), 'solid', selector);
  }));

for (const width of [1366, 390]) {
  test(`at ${width} pixels nothing is wider than the window, and no part is empty`, () =>
    opened({ viewport: { width, height: 900 } }, async (page) => {
      const { wide, empty } = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.ds-box')];
        return {
          wide: document.documentElement.scrollWidth - innerWidth,
          empty: boxes.filter((box) => ![...box.querySelectorAll('*')].some((inside) => inside.getBoundingClientRect().height > 7)).map((box) => box.dataset.specimen),
        };
      });
      assert.ok(wide <= 0, `${wide} pixels too wide`);
      // What only wide screens have is folded away on a phone.
      assert.deepEqual(empty, []);
    }));
}

test('two loads draw every part alike, to the pixel', async () => {
  const drawn = () =>
    withPage('chromium', { viewport: { width: 1366, height: 900 } }, async (page) => {
      await page.raw.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
      await page.goto(address);
      // Where the dots of an underline begin, at a fraction of a pixel, is not the same every time.
      await page.evaluate(() => document.styleSheets[0].insertRule('* { text-decoration-style: solid !important; }'));
      const all = {};
      for (const box of await page.raw.locator('.ds-box').all()) {
        // What was out of sight is drawn with the second picture after it came into it.
        await box.scrollIntoViewIfNeeded();
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        all[await box.getAttribute('data-specimen')] = createHash('sha256').update(await box.screenshot()).digest('hex').slice(0, 12);
      }
      return all;
    });
  const [first, second] = [await drawn(), await drawn()];
  assert.ok(Object.keys(first).length >= PARTS.length);
  assert.deepEqual(second, first);
});
