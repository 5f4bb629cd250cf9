// @ts-check
/**
 * `npm run bench:scorers`: how often each scorer gives the better of two answers the higher reward, into the table that the
 * page reads. `npm run bench:scorers -- --sample 40 --check` measures a sample again and compares.
 */
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { readBenchOptions } from './scorers/bench-options.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readBenchOptions(process.argv.slice(2));
  await ensurePackages();
  /** @type {typeof import('./scorers/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('scorers/measure-and-report.ts');
  await measureAndReport(options, async () => {
    await ensureEmbeddedModel();
    await ensureBrowser();
  });
});
