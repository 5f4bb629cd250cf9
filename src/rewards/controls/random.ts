import { CONTROL_NAMES, controlSeed, type RewardModel } from '../../core/index.ts';
import type { PointwiseScorer } from '../scorer-module.ts';
import { oneTermModel } from './one-term-model.ts';

const ID = 'pick-at-random';

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
      id: ID,
      name: CONTROL_NAMES['pick-at-random'],
      version: 1,
      summary:
        'Gives each response a number between 0 and 1 by chance: drawn from the seed and the text, so that it can be repeated. It measures nothing; a scorer that is no better than this has measured nothing.',
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

export const random: PointwiseScorer = {
  id: ID,
  name: 'Pick-at-random (control)',
  about: 'Chance: what every scorer has to beat.',
  cost: 'Costs nothing.',
  reads: 'texts',
  comparesPairs: false,
  alsoCalled: ['random'],
  settingsKept: ({ settings: { seed } }) => (typeof seed === 'number' ? { seed } : {}),
  make: ({ seed }) => Promise.resolve(createRandom(seed)),
  makeAtOnce: ({ seed }) => createRandom(seed),
};
