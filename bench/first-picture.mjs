// @ts-check
/**
 * `npm run bench:first-picture`: how soon a first visit sees the recorded run, on a slow network and a slow processor, and how
 * much script a step of its split takes. `npm run bench:first-picture -- --rounds 5`
 */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { ensurePageAndBrowser } from './ensure-page-and-browser.mjs';
import { readOptions } from './first-picture/options.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  const browserPath = await ensurePageAndBrowser();
  /** @type {typeof import('./first-picture/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('first-picture/measure-and-report.ts');
  await measureAndReport(browserPath, options);
});
