// @ts-check
/**
 * `npm run bench:overhead`: what the page adds to the bare engine, in seconds and in prompt tokens.
 * `npm run bench:overhead -- --rounds 3 --tokens 64`
 */
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/build/ensure-built.mjs';
import { ensureBrowser } from '../scripts/setup/browser.mjs';
import { ensureEmbeddedModel } from '../scripts/setup/embedded-model.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { readOptions } from './overhead/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  await ensurePackages();
  await ensureEmbeddedModel();
  const browserPath = await ensureBrowser();
  await ensureBuilt();
  const { measureAndReport } = await importTypeScript('overhead/measure-and-report.ts');
  await measureAndReport(browserPath, options);
});

/**
 * Through Vite, because the oldest Node.js that is supported knows no TypeScript.
 *
 * @param {string} file
 * @returns {Promise<typeof import('./overhead/measure-and-report.ts')>}
 */
async function importTypeScript(file) {
  // Vite would make it "development", and what is built from here on would be slower than what people get.
  process.env['NODE_ENV'] = 'production';
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(import.meta.dirname, file), {
    configFile: false,
    logLevel: 'warn',
  });
  return module;
}
