// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-paths.mjs';
import { oneAtATime } from '../setup/one-at-a-time.mjs';
import { runNpm } from '../terminal/npm-command.mjs';
import { PlainError } from '../terminal/plain-error.mjs';
import { sumOfBuildInputs, sumOfFolder } from './build-inputs.mjs';

/**
 * Says what the page was built from and what came of it. It lies in dist/, which every build empties first, and is written
 * last: a build that stopped halfway, or of which a file was lost since, is never taken for whole.
 */
const SUMS = '.build-sums';
const builtFolder = join(repositoryRoot, 'dist');
const sumsPath = join(builtFolder, SUMS);

/**
 * @returns {Promise<'built before' | 'built now'>}
 * @throws {PlainError} where it can't be built
 */
export function ensureBuilt() {
  return oneAtATime(buildWhereChanged);
}

/** @returns {Promise<'built before' | 'built now'>} */
async function buildWhereChanged() {
  const inputs = await sumOfBuildInputs(repositoryRoot);
  const sums = async () => `${inputs}\n${await sumOfFolder(builtFolder, SUMS)}\n`;
  const before = await readFile(sumsPath, 'utf8').catch(() => undefined);
  if (before === (await sums())) return 'built before';

  const { exitCode } = await runNpm(['run', '--silent', 'build']);
  if (exitCode !== 0) {
    throw new PlainError(
      'The page could not be built: mend what is named above, and run the command again (`npm run build` repeats this step alone). Where it names a file in node_modules, `npm ci` installs the packages anew.',
    );
  }
  await writeFile(sumsPath, await sums());
  return 'built now';
}
