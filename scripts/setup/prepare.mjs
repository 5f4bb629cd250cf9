// @ts-check
import { PlainError } from '../terminal/plain-error.mjs';
import { ensureEmbeddedModel } from './embedded-model.mjs';
import { ensurePackages } from './packages.mjs';

/** What `npm start` and `npm run dev` need before they can serve the page. */
export async function prepareToServe() {
  console.log('Packages');
  if ((await ensurePackages()) === 'ready before') console.log('  installed before');
  console.log('Embedded model');
  await prepareModelIfPossible();
}

/** Without it the page still works: it says what is missing and offers other models. */
async function prepareModelIfPossible() {
  try {
    if ((await ensureEmbeddedModel()) === 'ready before') console.log('  ready before');
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.warn(`  ${error.message}\n  The page starts without it.`);
  }
}
