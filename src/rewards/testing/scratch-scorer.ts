import * as z from 'zod/mini';
import type { RewardModel } from '../../core/index.ts';
import { oneTermModel } from '../score-at-once.ts';
import type { PointwiseScorer } from '../scorer-contract.ts';
import { valueOf, type Setting } from '../scorer-settings.ts';

const WORD: Setting<string> = { id: 'scratchWord', schema: z.string(), usual: 'because' };

const createWordCount = (word: string): RewardModel =>
  oneTermModel(
    {
      id: 'scratch',
      name: 'Word count',
      version: 1,
      summary: 'Counts a word.',
      settings: { word },
    },
    (response) => ({ value: response.split(word).length - 1, measured: `times “${word}”` }),
  );

/** The smallest scorer with a setting: all that CONTRIBUTING's recipe asks for, so that a test can hold the recipe to it. */
export const SCRATCH_SCORER: PointwiseScorer = {
  id: 'scratch',
  name: 'Word count',
  about: 'Counts how often a word stands in the response.',
  cost: 'Costs nothing.',
  reads: 'texts',
  comparesPairs: false,
  needsPreference: true,
  fields: [
    {
      shownAs: 'text',
      setting: WORD,
      label: 'The word that is counted',
      rows: 1,
      back: 'Back to “because”',
      problemOf: (text) => (text === '' ? 'Write the word that is to be counted.' : null),
    },
  ],
  settingsKept: ({ settings: { word } }) => ({ values: { [WORD.id]: word } }),
  make: ({ values }) => Promise.resolve(createWordCount(valueOf(values, WORD))),
};
