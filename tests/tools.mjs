// Where `cargo dev test` has put the tools, so that one test can also be run by hand with `node --test`.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';

const tests = import.meta.dirname;
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jibiao');

export const root = join(tests, '..');
export const dist = join(root, 'dist');
/** The single file, as an address. */
export const singleFile = new URL('../dist/jibiao.html', import.meta.url).href;

/** A file that has to be there; the message says how to get it. */
export function needed(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`cargo dev test\` once to set it up`);
  return path;
}

export const chromium86 = () => needed(join(cache, 'chromium-86.0.4240', 'chromium'));

/** A program on the search path. */
export function program(name) {
  for (const folder of (process.env.PATH || '').split(delimiter)) {
    if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  throw new Error(`${name} is missing: run \`cargo dev test\` once to set it up`);
}

/** Runs Python with the packages of tests/requirements.txt; returns what spawnSync returns, as text. */
export function python(args, options = {}) {
  const stamp = createHash('sha256').update(readFileSync(join(tests, 'requirements.txt'))).digest('hex').slice(0, 12);
  const folder = existsSync(cache) && readdirSync(cache).find((name) => /^python/.test(name) && name.endsWith(stamp));
  const packages = needed(join(cache, folder || `python-${stamp}`));
  return spawnSync('python3', args, {
    encoding: 'utf8',
    ...options,
    env: { ...process.env, ...options.env, PYTHONPATH: packages },
  });
}
