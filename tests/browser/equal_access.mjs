// IBM's Equal Access checker in whatever state the page is in: an engine that shares no rule with axe-core.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

/** What it finds, one line each: rule, what is wrong, the element; an empty list is what every test wants. */
export async function equalAccess(page) {
  await page.evaluate(`(() => { if (!window.ace) { ${source}; window.ace = ace; } })()`);
  return page.evaluate(async () => {
    const { results } = await new window.ace.Checker().check(document, ['WCAG_2_2']);
    return results
      .filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome !== 'PASS')
      .map(({ ruleId, reasonId, value, message, snippet }) => `${ruleId} ${reasonId} ${value[1]}: ${message} — ${snippet.slice(0, 160)}`);
  });
}
