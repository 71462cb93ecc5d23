// `node tests/design/make.mjs`: dist/design.html, from the page as it was last built. `cargo dev design` runs it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, needed } from '../tools.mjs';
import { harvest } from './harvest.mjs';
import { designPage } from './page.mjs';

needed(join(dist, 'jibiao.html'));
const page = designPage(await harvest());
writeFileSync(join(dist, 'design.html'), page);
console.log(`dist/design.html: ${page.length} characters`);
