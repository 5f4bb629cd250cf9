// @ts-check
/** `npm run bench:open`: how long runs of growing size take to open, and how that grows: 1 is in line with the size, 2 is its square. */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { importTypeScript } from './import-type-script.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  /** @type {typeof import('./open/measure-opening.ts')} */
  const { measureOpening, tableOf } = await importTypeScript('open/measure-opening.ts');
  const rows = await measureOpening((row) => {
    console.error(`${row.kind}: ${row.seconds.map((each) => each.toFixed(2)).join(' · ')} s`);
  });
  console.log(tableOf(rows));
  const slow = rows.filter(({ isLinear }) => !isLinear).map(({ kind }) => kind);
  if (slow.length > 0)
    throw new PlainError(`These grow faster than their size: ${slow.join(', ')}.`);
});
