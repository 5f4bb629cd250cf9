// @ts-check
/** `npm run model`: fetches and prepares the embedded model, and nothing else. */
import { ensureEmbeddedModel } from './setup/embedded-model.mjs';
import { runToTheEnd } from './terminal/run-to-the-end.mjs';

await runToTheEnd(async () => {
  const state = await ensureEmbeddedModel();
  console.log(
    state === 'made now' ? 'The embedded model is ready.' : 'The embedded model was ready before.',
  );
});
