// The built package, loaded as a Node back end loads it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, needed } from '../tools.mjs';

export const folder = needed(join(dist, 'npm'));

export async function load() {
  const jibiao = await import(pathToFileURL(join(folder, 'jibiao.js')));
  jibiao.initSync({ module: readFileSync(join(folder, 'jibiao_bg.wasm')) });
  return jibiao;
}
