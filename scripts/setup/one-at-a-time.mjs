// @ts-check
import { repositoryRoot } from '../repository-paths.mjs';
import { holdPlace, placeFor, untilHolderEnds } from './hold-place.mjs';

const PAUSE_MILLISECONDS = 50;

/** Two commands that are started at once must not install, fetch or build into the same folders. */
const place = placeFor(repositoryRoot);

/**
 * Does the work once no other command of this checkout is at such work, and keeps others waiting until it is done.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function oneAtATime(work) {
  const letGo = await hold();
  try {
    return await work();
  } finally {
    letGo();
  }
}

/** @returns {Promise<() => void>} lets go */
async function hold() {
  for (let attempt = 0; ; attempt += 1) {
    const letGo = await holdPlace(place);
    if (letGo !== undefined) return letGo;
    if (attempt === 0) console.log('  Another command is preparing this page: waiting for it.');
    await untilHolderEnds(place);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}
