// @ts-check
/**
 * `npm run record`: records runs of the embedded model, each with every split of its budget, and chooses those that the page
 * shows. What is recorded already is not recorded again; `-- --choose` only chooses, `-- --score-again` gives recordings the rewards
 * of today's blend before. `-- --typical FILE` tells the winners of each wish in a report's texts, and which wish is typical.
 */
import { importTypeScript } from '../bench/import-type-script.mjs';
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { readOptions } from './options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  await ensurePackages();
  if (!options.choose && options.typical === null) {
    await ensureEmbeddedModel();
    await ensureBrowser();
  }
  /** @type {typeof import('./record-and-choose.ts')} */
  const { recordAndChoose } = await importTypeScript('../record/record-and-choose.ts');
  await recordAndChoose(options);
});
