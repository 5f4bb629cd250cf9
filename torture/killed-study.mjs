// @ts-check
/**
 * `npm run study:killtest`: kills a study that the command samples, goes on with it each time, and says what was lost or sampled
 * twice. `-- --seed 5 --kills 40` chooses other moments, and how many.
 */
import { importTypeScript } from '../bench/import-type-script.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { readKillOptions } from './options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readKillOptions(process.argv.slice(2));
  await ensurePackages();
  /** @type {typeof import('./kills/killed-study.ts')} */
  const { killAndReport } = await importTypeScript('../torture/kills/killed-study.ts');
  if (!(await killAndReport(options))) {
    throw new PlainError(
      `The study did not come out whole: what was lost is named above, and --seed ${options.seed} repeats it.`,
    );
  }
});
