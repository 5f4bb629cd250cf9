#!/usr/bin/env node
// @ts-check
/**
 * `npx prs-playground run PLAN.json --policy http://host:8000/v1`, or `npm run prs -- run …`: the page's own core without the page.
 * What it wrote goes to standard output, one path a line; everything else that there is to say to standard error.
 */
import { importTypeScript } from '../bench/import-type-script.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { readOrder, USAGE } from './read-order.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const order = readOrder(process.argv.slice(2), process.env);
  if (order.command === 'help') {
    console.log(USAGE);
    return;
  }
  // Whatever is said on the way, by Vite for one, is no path.
  console.log = console.error;
  console.info = console.error;
  await ensurePackages();
  /** @type {typeof import('./carry-out.ts')} */
  const { carryOut } = await importTypeScript('../command/carry-out.ts');
  await carryOut(order);
});
