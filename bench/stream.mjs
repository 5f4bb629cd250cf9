// @ts-check
/**
 * `npm run bench:stream`: how long the page's thread is held up while a run of 128 responses comes in at 800 tokens a second, in
 * each picture. The page is the product with a script in place of its models.
 */
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  await ensurePackages();
  // The page asks what model it is served with.
  await ensureEmbeddedModel();
  const browserPath = await ensureBrowser();
  /** @type {typeof import('./stream/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('stream/measure-and-report.ts');
  await measureAndReport(browserPath);
});
