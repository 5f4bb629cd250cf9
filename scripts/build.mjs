// @ts-check
/** `node scripts/build.mjs`: builds the page where it is not built from what is there now. The browser tests' server does. */
import { ensureBuilt } from './build/ensure-built.mjs';
import { runToTheEnd } from './terminal/run-to-the-end.mjs';

await runToTheEnd(async () => {
  await ensureBuilt();
});
