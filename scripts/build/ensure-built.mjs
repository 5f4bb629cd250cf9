// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-paths.mjs';
import { runNpm } from '../terminal/npm-command.mjs';
import { PlainError } from '../terminal/plain-error.mjs';
import { sumOfBuildInputs } from './build-inputs.mjs';

/** Lies in dist/, which every build empties first: a build that stopped halfway is never taken for whole. */
const sumPath = join(repositoryRoot, 'dist', '.build-inputs');

/** @returns {Promise<'built before' | 'built now'>} */
export async function ensureBuilt() {
  const sum = await sumOfBuildInputs(repositoryRoot);
  const builtFrom = await readFile(sumPath, 'utf8').catch(() => undefined);
  if (builtFrom === sum) return 'built before';

  const { exitCode } = await runNpm(['run', '--silent', 'build']);
  if (exitCode !== 0) {
    throw new PlainError(
      'The page could not be built: mend what is named above, and run the command again (`npm run build` repeats this step alone).',
    );
  }
  await writeFile(sumPath, sum);
  return 'built now';
}
