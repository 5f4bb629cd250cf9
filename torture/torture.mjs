// @ts-check
/**
 * `npm run torture`: what is done to the page by bad luck and by bad people, many times, and what survived.
 * `npm run torture -- --only kills --seed 17 --tries 1` repeats one try.
 */
import { importTypeScript } from '../bench/import-type-script.mjs';
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { readOptions } from './options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readOptions(process.argv.slice(2));
  /** @type {typeof import('./make-attacks.ts')} */
  const { makeAttacks } = await importTypeScript('../torture/make-attacks.ts');
  const lost = await makeAttacks(options);
  if (lost > 0) {
    throw new PlainError(
      `${lost} of the tries lost something: each is named above with its seed, by which it can be repeated.`,
    );
  }
});
