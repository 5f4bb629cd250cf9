// @ts-check
/** `npm run dev`: like `npm start`, but a change in the code shows in the page at once. */
import { readServeOptions } from './serve/serve-options.mjs';
import { serveUntilStopped } from './serve/serve-until-stopped.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { prepareToServe } from './setup/prepare.mjs';
import { runToTheEnd } from './terminal/run-to-the-end.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const options = readServeOptions(process.argv.slice(2), process.env);
  await prepareToServe();
  await serveUntilStopped('development', options);
});
