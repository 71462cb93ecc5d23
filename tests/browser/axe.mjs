// axe-core in whatever state the page is in.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, one line each: rule, then the elements; an empty list is what every test wants. */
export async function axe(page) {
  await page.evaluate(`(() => { if (!window.axe) { ${source} } })()`);
  return page.evaluate(async () => {
    // A colour on its way to another is nobody's colour.
    for (const moving of document.getAnimations()) moving.finish();
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}
