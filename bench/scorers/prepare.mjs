// @ts-check
/**
 * `node bench/scorers/prepare.mjs`: the packages. `node bench/scorers/prepare.mjs model`: the embedded model and a browser
 * too. A program of its own, because what it starts writes to its standard output, and `score` keeps its own for rewards.
 */
import { ensureBrowser } from '../../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../../scripts/setup/embedded-model.mjs';
import { ensurePackages } from '../../scripts/setup/packages.mjs';
import { runToTheEnd } from '../../scripts/terminal/run-to-the-end.mjs';

await runToTheEnd(async () => {
  await ensurePackages();
  if (process.argv[2] !== 'model') return;
  await ensureEmbeddedModel();
  await ensureBrowser();
});
