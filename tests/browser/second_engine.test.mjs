// Every state of the page before a second engine. What it only asks a person to confirm was looked at once, and stands here
// with the reason why it is nothing; whatever else it says is a failure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { withPage } from './drivers.mjs';
import { equalAccess } from './equal_access.mjs';
import { WALKS } from './states.mjs';

needed(dist);

/** What it asks to confirm, or says of what it can't see, each with what was found; a reason that no state needs any more is a failure too. */
const LOOKED_AT = {
  'style_color_misuse Potential_1': 'asked of every style sheet; severity, state and doubt have words and signs beside their colour',
  'style_focus_visible potential_focus_not_visible': 'asked of every element with a border; zoom.test.mjs goes through all of them with Tab and looks',
  'text_block_heading potential_heading': 'the brand above the page, brackets of a printed line, and the verdict, which stands under its own heading',
  'aria_descendant_valid potential_child_implicit_role': 'the bold first line of a button; its words are the name of the button, and strong means nothing else',
  'element_tabbable_visible potential_visible': 'the skip link comes into sight with the focus; tools above a list that is scrolled',
  'input_label_visible potential_placeholder_only': 'the label is printed in the cell before it, as on the paper, and the example is no label',
  'input_label_visible potential_no_label': 'the label is printed in the cell before it, or in the head of its column, as on the paper',
  'text_contrast_sufficient potential_same_color option': 'options of lists are drawn by the system in its own colours',
  'element_tabbable_unobscured potential_obscured': 'what lies behind a dialog is inert; zoom.test.mjs looks at every element that has the focus',
  'target_spacing_sufficient potential_overlap': 'it measures against what lies inert behind the dialog, and a radio button without its label',
  'target_spacing_sufficient violation_spacing': 'the same, and against what a list has scrolled away; zoom.test.mjs measures every target that there is',
  'table_headers_exists Fail_1': 'on a phone a row is a card, and every field says its column and its row itself',
  'table_headers_related Fail_1 group': 'the head of several columns has no head of its own; those under it have it, and every field says its column',
};

const used = new Set();
const news = (found) =>
  found.filter((line) => {
    // Contrast is asked of options alone: anything else with too little of it is a finding.
    const question = line.match(/^\S+ \S+/)[0] + (/^text_contrast.* — <option/.test(line) ? ' option' : '')
      + (/^table_headers.* — <th .*scope="colgroup"/.test(line) ? ' group' : '');
    if (!LOOKED_AT[question]) return true;
    used.add(question);
    return false;
  });

for (const [where, viewport, colorScheme, walks] of [
  ['on an office screen', { width: 1366, height: 768 }, 'light', Object.keys(WALKS)],
  ['on a phone in the dark', { width: 390, height: 844 }, 'dark', ['filling', 'checking']],
]) {
  for (const name of walks) {
    test(`the second engine finds nothing ${where}: ${name}`, () =>
      withPage('chromium', { viewport }, async (page) => {
        await page.raw.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await WALKS[name](page, async (state) => assert.deepEqual(news(await equalAccess(page)), [], state));
      }));
  }
}

test('the second engine finds what is wrong when something is', () =>
  withPage('chromium', {}, async (page) => {
    await page.raw.setContent('<!doctype html><html lang="zh-CN"><title>表</title><main><h1>表</h1><input type="text"><img src="data:,"></main>');
    const rules = new Set((await equalAccess(page)).map((line) => line.split(' ')[0]));
    assert.ok(rules.has('input_label_exists') && rules.has('img_alt_valid'), [...rules].join(' '));
  }));

test('every question that was looked at is still asked', () => {
  assert.deepEqual(Object.keys(LOOKED_AT).filter((question) => !used.has(question)), []);
});
