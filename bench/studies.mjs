// @ts-check
/**
 * `npm run bench:studies`: how long the page's thread is held up while a large file of runs is imported, what its runs say is worked
 * out, a report on them is written, and a large file of prompts is read. `-- FOLDER` measures the build of another checkout too.
 */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { ensurePageAndBrowser } from './ensure-page-and-browser.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const browserPath = await ensurePageAndBrowser();
  /** @type {typeof import('./studies/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('studies/measure-and-report.ts');
  await measureAndReport(browserPath, process.argv.slice(2));
});
