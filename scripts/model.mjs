// @ts-check
/** `npm run model`: fetches and prepares the embedded model, and what that needs. */
import { ensureEmbeddedModel } from './setup/embedded-model.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runToTheEnd } from './terminal/run-to-the-end.mjs';

await runToTheEnd(async () => {
  await ensurePackages();
  const state = await ensureEmbeddedModel();
  console.log(
    state === 'made now' ? 'The embedded model is ready.' : 'The embedded model was ready before.',
  );
});
