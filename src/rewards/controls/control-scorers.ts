import { late } from '../../core/index.ts';
import type { PointwiseScorer } from '../scorer-contract.ts';

const code = late('What the controls pick by', () => import('./make-controls.ts'));

/** The scorer that picks the longest. */
export const longest: PointwiseScorer = {
  id: 'pick-longest',
  name: 'Pick-longest (control)',
  about: 'The longer, the better: what every scorer has to beat.',
  cost: 'Costs nothing.',
  reads: 'texts',
  comparesPairs: false,
  alsoCalled: ['longest'],
  code,
  make: async () => (await code.load()).createLongest(),
  makeAtOnce: () => code.now()?.createLongest() ?? null,
};

/** The scorer that picks by chance. */
export const random: PointwiseScorer = {
  id: 'pick-at-random',
  name: 'Pick-at-random (control)',
  about: 'Chance: what every scorer has to beat.',
  cost: 'Costs nothing.',
  reads: 'texts',
  comparesPairs: false,
  alsoCalled: ['random'],
  settingsKept: ({ settings: { seed } }) => (typeof seed === 'number' ? { seed } : {}),
  code,
  make: async ({ seed }) => (await code.load()).createRandom(seed),
  makeAtOnce: ({ seed }) => code.now()?.createRandom(seed) ?? null,
};
