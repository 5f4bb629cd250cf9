// @ts-check
/**
 * `npm run bench:overhead`: what the page adds to the bare engine, in seconds and in prompt tokens.
 * `npm run bench:overhead -- --rounds 3 --tokens 64 --default-scorer`
 */
import { ensureBuilt } from '../scripts/build/ensure-built.mjs';
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readOptions } from './overhead/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  await ensurePackages();
  await ensureEmbeddedModel();
  const browserPath = await ensureBrowser();
  await ensureBuilt();
  /** @type {typeof import('./overhead/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('overhead/measure-and-report.ts');
  await measureAndReport(browserPath, options);
});
