// @ts-check
/** `npm start`: everything from a fresh clone to the page in the browser. */
import { ensureBuilt } from './build/ensure-built.mjs';
import { readServeOptions } from './serve/serve-options.mjs';
import { serveUntilStopped } from './serve/serve-until-stopped.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { prepareToServe } from './setup/prepare.mjs';
import { runToTheEnd } from './terminal/run-to-the-end.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readServeOptions(process.argv.slice(2), process.env);
  await prepareToServe();
  console.log('Page');
  if ((await ensureBuilt()) === 'built before') console.log('  built before');
  await serveUntilStopped('built', options);
});
