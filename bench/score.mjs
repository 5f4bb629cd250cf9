// @ts-check
/**
 * `npm run --silent score -- --scorer rubric rows.jsonl`: the rows with their rewards, one JSON object a line. Everything
 * else that there is to say goes to standard error.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readScoreOptions } from './scorers/score-options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readScoreOptions(process.argv.slice(2), !process.stdin.isTTY);
  // Whatever is said on the way, by Vite for one, is not a row.
  console.log = console.error;
  console.info = console.error;
  await prepare();
  /** @type {typeof import('./scorers/score-file.ts')} */
  const { scoreFile } = await importTypeScript('scorers/score-file.ts');
  await scoreFile(options, () => prepare('model'));
});

/**
 * @param {string[]} parts
 * @returns {Promise<void>}
 */
function prepare(...parts) {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'scorers/prepare.mjs');
    // Its standard output is this program's standard error.
    const child = spawn(process.execPath, [script, ...parts], { stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      if (exitCode === 0) resolve();
      else reject(new PlainError('Nothing was scored: mend what is named above first.'));
    });
  });
}
