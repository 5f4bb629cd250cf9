// @ts-check
import { ensureBuilt } from '../scripts/build/ensure-built.mjs';
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';

/**
 * What the built page is measured with: packages, the embedded model, a browser and the build.
 *
 * @returns {Promise<string>} the browser's path
 */
export async function ensurePageAndBrowser() {
  await ensurePackages();
  await ensureEmbeddedModel();
  const browserPath = await ensureBrowser();
  await ensureBuilt();
  return browserPath;
}
