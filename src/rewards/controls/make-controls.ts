import { CONTROL_NAMES, controlSeed, type RewardModel } from '../../core/index.ts';
import { oneTermModel } from '../score-at-once.ts';

/**
 * The longer, the better: what a reward model must beat to have measured more than length. Counts characters as
 * `controlPick` of the core does: UTF-16 units, so that both choose the same response.
 */
export function createLongest(): RewardModel {
  return oneTermModel(
    {
      id: 'pick-longest',
      name: CONTROL_NAMES['pick-longest'],
      version: 1,
      summary:
        'Counts the characters of the response, nothing else. It reads neither prompt nor preference; a scorer that is no better than this has measured length.',
      settings: {},
    },
    ({ length }) => ({
      value: length,
      measured: length === 1 ? '1 character' : `${String(length)} characters`,
    }),
  );
}

/**
 * A number in [0, 1) drawn from the seed and the response's text: what a reward model must beat to have measured anything.
 * The same text gets the same number again, in whatever order a pool is scored.
 *
 * @throws RangeError where the seed is not an integer
 */
export function createRandom(seed: number): RewardModel {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`The seed must be a whole number, not ${String(seed)}.`);
  }
  return oneTermModel(
    {
      id: 'pick-at-random',
      name: CONTROL_NAMES['pick-at-random'],
      version: 1,
      summary:
        'Gives each response a number between 0 and 1 by chance, drawn from its text and the seed. A scorer that is no better than this has measured nothing.',
      settings: { seed },
    },
    (response) => {
      const value = controlSeed(hashText(response, controlSeed(seed))) / 2 ** 31;
      return { value, measured: `${value.toFixed(3)}, by chance` };
    },
  );
}

/** FNV-1a over the text's UTF-16 units (Fowler, Noll and Vo, public domain): order counts, and each start gives another hash. */
function hashText(text: string, start: number): number {
  let hash = start;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash;
}
