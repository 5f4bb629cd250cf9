// @ts-check
/**
 * `npm run bench:overhead`: what the page adds to the bare engine, in seconds and in prompt tokens.
 * `npm run bench:overhead -- --rounds 3 --tokens 64 --default-scorer`
 */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { ensurePageAndBrowser } from './ensure-page-and-browser.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readOptions } from './overhead/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  const browserPath = await ensurePageAndBrowser();
  /** @type {typeof import('./overhead/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('overhead/measure-and-report.ts');
  await measureAndReport(browserPath, options);
});
