// @ts-check
/**
 * `npm run bench:servers -- http://one:8000/v1 http://other:8080/v1`: whether two model servers that should have the same weights
 * say the same: greedy answers up to their first difference, and the log-probabilities of given texts.
 */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { readOptions } from './servers/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  await ensurePackages();
  /** @type {typeof import('./servers/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('servers/measure-and-report.ts');
  await measureAndReport(options);
});
