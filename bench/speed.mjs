// @ts-check
/**
 * `npm run bench:speed`: how fast the embedded model runs on the processor, in the page and in the engine alone.
 * `npm run bench:speed -- --before ../before` measures another checkout beside it, which must be installed and built:
 *
 *   git worktree add --detach ../before REF && cd ../before && npm ci && npm run model && npx vite build
 */
import { ensureBuilt } from '../scripts/build/ensure-built.mjs';
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readOptions } from './speed/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  await ensurePackages();
  await ensureEmbeddedModel();
  const browserPath = await ensureBrowser();
  await ensureBuilt();
  /** @type {typeof import('./speed/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('speed/measure-and-report.ts');
  await measureAndReport(browserPath, options);
});
