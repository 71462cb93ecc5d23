// Enlarged to 400 and 200 per cent, with wider spacing, in forced colours: what can be done stays in sight and in reach.
// A window of 1280 by 1024 that is enlarged four times has 320 by 256 pixels of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { withPage } from './drivers.mjs';
import { action, cell, rowCell } from './filling.mjs';
import { openPage, spoilt, WALKS } from './states.mjs';

needed(dist);

/** What needs two dimensions to be understood, and scrolls by itself. */
const TABLES = ['.matrix', '.score-scroll', '.paste-table', '.merge', '.changes', '.glance-table'];

/** What would make somebody scroll sideways, and text that is cut off. */
const cut = (page) =>
  page.evaluate((tables) => {
    const found = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth - page.clientWidth} px too wide`);
    for (const element of document.querySelectorAll('#app *')) {
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth <= 1 || element.closest('svg')) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const name = `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 30)}`;
      if (/auto|scroll/.test(overflowX) && !tables.some((table) => element.matches(table))) found.push(`scrolls sideways: ${name}`);
      // A shortened name stands in full in its field; anything else that is hidden is lost.
      if (/hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && !/INPUT|TEXTAREA|SELECT/.test(element.tagName)) found.push(`cut off: ${name}`);
    }
    return found;
  }, TABLES);

/** Targets under 24 by 24 pixels that have no room of that size around them either (WCAG 2.5.8). */
const tight = (page) =>
  page.evaluate(() => {
    const here = document.getElementById('dialog') ?? document.getElementById('app');
    const boxes = [...here.querySelectorAll('button:enabled, input:enabled, select:enabled, textarea:enabled, a[href], summary')]
      .map((element) => {
        const target = /checkbox|radio/.test(element.type) ? (element.closest('label') ?? element) : element;
        return { element, box: target.getBoundingClientRect() };
      })
      // The skip link and what only names things are one pixel small until they get the focus.
      .filter(({ element, box }) => box.width > 1 && box.height > 1 && element.checkVisibility())
      // What a list has scrolled away, or half away, is nobody's target yet.
      .filter(({ element, box }) => {
        const list = element.closest('.paste-table, .merge, .parts, .problems, .tasks')?.getBoundingClientRect();
        return !list || (box.top >= list.top && box.bottom <= list.bottom && box.left >= list.left && box.right <= list.right);
      });
    const small = ({ box }) => box.width < 23.9 || box.height < 23.9;
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    return boxes.filter(small).filter((one) => {
      const [x, y] = middle(one.box);
      return boxes.some((other) => {
        if (other === one) return false;
        if (small(other)) {
          const [otherX, otherY] = middle(other.box);
          return Math.hypot(x - otherX, y - otherY) < 24;
        }
        const { left, right, top, bottom } = other.box;
        return Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom))) < 12;
      });
    }).map(({ element, box }) => `${element.className} ${element.dataset.action ?? element.type}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
  });

/** WCAG 1.4.12, as somebody sets it in their own style sheet. */
async function spaced(page, look) {
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.id = 'spacing';
    style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
    document.head.append(style);
  });
  await look();
  await page.evaluate(() => document.getElementById('spacing').remove());
}

const SIZES = { '400 %': { width: 320, height: 256 }, '200 %': { width: 640, height: 400 }, '100 %': { width: 1366, height: 768 } };

for (const [name, walk] of Object.entries(WALKS)) {
  test(`at 400 % every step can be done; at any size nothing is cut off, only tables scroll sideways and targets have room: ${name}`, () =>
    withPage('chromium', { viewport: SIZES['400 %'] }, (page) =>
      walk(page, async (state) => {
        for (const [size, viewport] of Object.entries(SIZES)) {
          await page.raw.setViewportSize(viewport);
          assert.deepEqual(await cut(page), [], `${state} at ${size}`);
          assert.deepEqual(await tight(page), [], `${state} at ${size}`);
          await spaced(page, async () => assert.deepEqual(await cut(page), [], `${state} at ${size}, text spaced`));
        }
        await page.raw.setViewportSize(SIZES['400 %']);
      })));
}

/** Why somebody could not see what has the focus: hidden behind something, or not marked. */
const unseen = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const name = `${element.tagName.toLowerCase()}.${element.className} ${element.id || (element.dataset.action ?? '')}`;
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 1 || bottom - top < 1) return `${name} is out of the window`;
    const inside = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
    const mine = ([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element));
    };
    if (!inside.some(mine)) return `${name} is covered`;
    // The mark may be drawn by the box around a field.
    const marked = [element, element.parentElement, element.closest('.box')].some((around) => {
      if (!around) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(around);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    });
    return marked ? null : `${name} has no mark of the focus`;
  });

for (const [name, viewport] of [['an office screen', { width: 1366, height: 768 }], ['400 %', { width: 320, height: 256 }]]) {
  test(`what has the focus is in sight and marked, under no bar, all through the sheet and back: ${name}`, () =>
    withPage('chromium', { viewport }, async (page) => {
      await openPage(page, spoilt());
      await page.waitFor(rowCell('r1', 'target'));
      const seen = new Set();
      const found = [];
      for (const [key, steps] of [['Tab', 90], ['Shift+Tab', 40]]) {
        for (let step = 0; step < steps; step += 1) {
          await page.press(key);
          const trouble = await unseen(page);
          if (trouble) found.push(`${key} ${step}: ${trouble}`);
          seen.add(await page.evaluate(() => document.activeElement.id));
        }
      }
      assert.deepEqual(found, []);
      assert.ok(seen.size > 40, `${seen.size} places were looked at`);
    }));
}

test('what lies over the sheet on a narrow screen has the page to itself, and gives the focus back', () =>
  withPage('chromium', { viewport: { width: 390, height: 844 } }, async (page) => {
    const inside = (selector) => document.querySelector(selector).contains(document.activeElement);
    const behind = () => [document.querySelector('.bar'), document.querySelector('.middle')].every((part) => part.inert);
    await openPage(page, spoilt());
    await page.click(action('check'));
    await page.waitFor(() => document.activeElement?.id === 'problems');
    assert.equal(await page.evaluate(behind), true);
    await page.press('Shift+Tab');
    assert.equal(await page.evaluate(inside, '.problems'), true, 'before its heading comes its end');
    await page.press('Tab');
    assert.equal(await page.evaluate(inside, '.problems'), true, 'after its end comes its begin');
    await page.press('Escape');
    await page.waitFor(() => document.activeElement?.id === 'unfold-problems');
    assert.equal(await page.evaluate(behind), false);

    await page.click(action('tasks'));
    await page.waitFor(() => document.activeElement?.id === 'tasks');
    assert.equal(await page.evaluate(behind), true);
    await page.click(action('close-tasks'));
    await page.waitFor(() => document.activeElement?.id === 'unfold-tasks');

    await page.click(action('library'));
    await page.waitFor('.library-row');
    assert.equal(await page.evaluate(behind), true);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.library'));
    assert.equal(await page.evaluate(behind), false);
    // Where there is room for all, nothing lies over anything.
    await page.click(action('problems'));
    await page.waitFor(behind);
    await page.raw.setViewportSize({ width: 1366, height: 768 });
    await page.waitFor(() => !document.querySelector('[inert]'));
  }));

test('in forced colours buttons, fields, the focus and the chosen keep an edge', () =>
  withPage('chromium', { viewport: { width: 1366, height: 768 } }, async (page) => {
    await page.raw.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await openPage(page, spoilt());
    await page.click(action('check'));
    await page.waitFor('[data-verdict="rejected"]');
    const edge = (selector) => page.evaluate((selector) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(document.querySelector(selector));
      return borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
    }, selector);
    for (const selector of [action('check'), action('save-file'), '.tasks .status.is-trouble']) {
      assert.equal(await edge(selector), true, selector);
    }
    await page.click(cell('project-name'));
    await page.press('Tab');
    assert.equal(await unseen(page), null);
    const [chosen, other] = await page.evaluate(() =>
      ['true', 'false'].map((pressed) => getComputedStyle(document.querySelector(`.filter button[aria-pressed="${pressed}"]`)).backgroundColor));
    assert.notEqual(chosen, other, 'the chosen dimension is told by more than its colour of before');
  }));
