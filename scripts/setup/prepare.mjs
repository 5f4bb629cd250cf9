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

/** Without it, for whatever reason, the page still works: it says what is missing and offers other models. */
async function prepareModelIfPossible() {
  try {
    if ((await ensureEmbeddedModel()) === 'ready before') console.log('  ready before');
  } catch (error) {
    console.warn('  ', error instanceof PlainError ? error.message : error);
    console.warn('  The page starts without it; `npm run model` tries again by itself.');
  }
}
