// The npm package as its users get it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';

const folder = needed(join(dist, 'npm'));
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

test('it is called jibiao, and says its licence', () => {
  assert.equal(manifest.name, 'jibiao');
  assert.equal(manifest.license, 'MIT OR Apache-2.0');
  assert.equal(manifest.type, 'module');
});

test('what is packed is the module, its glue, its types and the licences', () => {
  const packed = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const names = packed[0].files.map((file) => file.path);
  for (const name of ['jibiao.js', 'jibiao.d.ts', 'jibiao_bg.wasm', 'LICENSE-MIT', 'LICENSE-APACHE', 'package.json']) {
    assert.ok(names.includes(name), `${name} is not packed`);
  }
});

test('the module compiles, and names no feature that an older browser lacks', async () => {
  const module = await WebAssembly.compile(readFileSync(join(folder, manifest.main.replace('.js', '_bg.wasm'))));
  assert.deepEqual(WebAssembly.Module.customSections(module, 'target_features'), []);
});
