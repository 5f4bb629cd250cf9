// @ts-check
/** `npm run bench:open`: how long runs of growing size take to open, and how that grows: 1 is in line with the size, 2 is its square. */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  /** @type {typeof import('./open/measure-and-report.ts')} */
  const { measureAndReport } = await importTypeScript('open/measure-and-report.ts');
  const slow = await measureAndReport();
  if (slow.length > 0)
    throw new PlainError(`These grow faster than their size: ${slow.join(', ')}.`);
});
