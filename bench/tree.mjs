// @ts-check
/**
 * `npm run bench:tree`: what drawing, zooming, panning and one more token cost in trees of 100, 1,000 and 10,000 nodes, beside
 * `@xyflow/react` in the same browser. `npm run bench:tree -- --most 1000` leaves the largest out.
 */
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readMost } from './tree/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const most = readMost(process.argv.slice(2));
  await ensurePackages();
  const browserPath = await ensureBrowser();
  /** @type {typeof import('./tree/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('tree/measure-and-report.ts');
  await measureAndReport(browserPath, most);
});
