// @ts-check
/** `npm run bench:time-left`: how long the page would have said that each recorded run still takes, against how long it did take. */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  await ensurePackages();
  /** @type {typeof import('./time-left/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('time-left/measure-and-report.ts');
  await measureAndReport();
});
