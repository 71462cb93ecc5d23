// Takes the markup of the parts from the page as it is built, state after state.
import { withPage } from '../browser/drivers.mjs';
import { WALKS } from '../browser/states.mjs';
import { PARTS } from './parts.mjs';

/** Runs in the page: a part as text, with what was typed in it, and without what only one of it may have. */
function taken({ select, and = [], part }) {
  const typed = (from, to) => {
    const [now, copies] = [from, to].map((root) => [root, ...root.querySelectorAll('input, select, textarea')]);
    now.forEach((element, at) => {
      const copy = copies[at];
      if (element.tagName === 'TEXTAREA') copy.textContent = element.value;
      else if (element.tagName === 'SELECT') [...copy.options].forEach((option, i) => option.toggleAttribute('selected', i === element.selectedIndex));
      else if (element.tagName === 'INPUT' && /^(checkbox|radio)$/.test(element.type)) copy.toggleAttribute('checked', element.checked);
      else if (element.tagName === 'INPUT') copy.setAttribute('value', element.value);
    });
  };
  return [select, ...and].map((selector) => {
    const element = document.querySelector(selector);
    if (!element) return null;
    const copy = element.cloneNode(true);
    typed(element, copy);
    // The policy of the page forbids style attributes; these were set from a script.
    for (const styled of [copy, ...copy.querySelectorAll('[style]')]) styled.removeAttribute('style');
    if (part) copy.querySelector(part)?.setAttribute('data-shown', '');
    else copy.setAttribute('data-shown', '');
    // What surrounds a part gives it its look: classes of its ancestors, outermost first.
    const around = [];
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      around.unshift([at.tagName.toLowerCase(), at.getAttribute('class') ?? '']);
    }
    return { html: copy.outerHTML, around };
  });
}

/** Every part with its markup, in the order of the list. */
export async function harvest() {
  const found = new Map();
  for (const walk of Object.values(WALKS)) {
    await withPage('chromium', { viewport: { width: 1366, height: 900 } }, async (page) => {
      await page.raw.emulateMedia({ reducedMotion: 'reduce' });
      await walk(page, async (state) => {
        for (const part of PARTS.filter((part) => part.state === state)) found.set(part, await page.evaluate(taken, part));
      });
    });
  }
  return PARTS.map((part) => {
    const pieces = found.get(part);
    if (!pieces || pieces.includes(null)) throw new Error(`“${part.name}” (${part.select}) is not in the state “${part.state}”`);
    return { ...part, pieces };
  });
}
