// @ts-check
/**
 * `npm run study:prompts`: which words and settings let the embedded model reflect best, on wishes split into a half to choose
 * by and one to report. What is sampled is added to bench/prompts/results.jsonl: a study that is stopped goes on.
 */
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readOptions } from './prompts/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  await ensurePackages();
  if (!options.report) {
    await ensureEmbeddedModel();
    if (options.native === null) await ensureBrowser();
  }
  /** @type {typeof import('./prompts/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('prompts/measure-and-report.ts');
  await measureAndReport(options);
});
