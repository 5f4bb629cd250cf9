import { CONTROL_NAMES, type RewardModel } from '../../core/index.ts';
import type { PointwiseScorer } from '../scorer-module.ts';
import { oneTermModel } from './one-term-model.ts';

const ID = 'pick-longest';

/**
 * The longer, the better: what a reward model must beat to have measured more than length. Counts characters as
 * `controlPick` of the core does: UTF-16 units, so that both choose the same response.
 */
export function createLongest(): RewardModel {
  return oneTermModel(
    {
      id: ID,
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

export const longest: PointwiseScorer = {
  id: ID,
  name: 'Pick-longest (control)',
  about: 'The longer, the better: what every scorer has to beat.',
  cost: 'Costs nothing.',
  reads: 'texts',
  comparesPairs: false,
  alsoCalled: ['longest'],
  make: () => Promise.resolve(createLongest()),
  makeAtOnce: createLongest,
};
