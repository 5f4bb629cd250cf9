// @ts-check
/**
 * `npm run bench:speed`: how fast the embedded model runs on the processor, in the page and in the engine alone.
 * `npm run bench:speed -- --before ../before` measures another checkout beside it, which must be installed and built:
 *
 *   git worktree add --detach ../before REF && cd ../before && npm ci && npm run model && npx vite build
 */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { ensurePageAndBrowser } from './ensure-page-and-browser.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readOptions } from './speed/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  const browserPath = await ensurePageAndBrowser();
  /** @type {typeof import('./speed/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('speed/measure-and-report.ts');
  await measureAndReport(browserPath, options);
});
