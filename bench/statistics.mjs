// @ts-check
/** `npm run bench:statistics`: how long each statistic takes for 100 to 100,000 items, and how that grows: 1 is in line with the items, 2 is their square. */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  /** @type {typeof import('./statistics/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('statistics/measure-and-report.ts');
  const slow = measureAndReport();
  if (slow.length > 0)
    throw new PlainError(`These grow much faster than their items: ${slow.join(', ')}.`);
});
