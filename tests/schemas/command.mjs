// The command line as the tests of the schemas use it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools.mjs';

const name = process.platform === 'win32' ? 'jibiao.exe' : 'jibiao';
const binary = process.env.JIBIAO_CLI || join(process.env.CARGO_TARGET_DIR || join(root, 'target'), 'debug', name);
if (!existsSync(binary)) throw new Error(`${binary} is missing: run \`cargo build -p jibiao-cli\`, or set JIBIAO_CLI`);

/** Runs the command; any exit code but 64 is an answer. */
export function jibiao(args, input = '') {
  const { status, stdout, stderr, error } = spawnSync(binary, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status === 64 || status === null) throw new Error(`jibiao ${args.join(' ')}: ${error ?? stderr}`);
  return stdout;
}

export const json = (args, input) => JSON.parse(jibiao(args, input));

const folder = join(root, 'tests', 'documents');

/** The worked documents and one blank document of every form, by name. */
export function documents() {
  const worked = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const forms = ['project-declaration-2015', 'project-declaration-2021', 'project-self-evaluation-2015', 'project-self-evaluation-2021', 'project-monitoring-2021', 'ex-ante-five-dimensions', 'target-review-ordinary'];
  return Object.fromEntries([
    ...worked.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    ...forms.map((form) => [`blank ${form}`, jibiao(['new', form, '--id', 'blank'])]),
  ]);
}

/** Every published schema, by name, each standing alone. */
export const schemas = () =>
  Object.fromEntries(
    ['document', 'report', 'scorecard', 'quality', 'monitoring', 'rating', 'advice', 'upload', 'check-output', 'score-output', 'bundle', 'verify-output', 'return-slip', 'exchange'].map((name) => [name, json(['schema', name])]),
  );
