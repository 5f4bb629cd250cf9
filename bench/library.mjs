// @ts-check
/**
 * `npm run bench:library`: how soon the list of stored runs is there, is searched and put in another order, for 20, 200 and 2,000
 * runs beside each other in one browser.
 */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { ensurePageAndBrowser } from './ensure-page-and-browser.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const browserPath = await ensurePageAndBrowser();
  /** @type {typeof import('./library/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('library/measure-and-report.ts');
  await measureAndReport(browserPath);
});
