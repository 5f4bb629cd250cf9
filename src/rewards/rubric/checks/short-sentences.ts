import type { TraitCheck } from '../check.ts';
import { readabilityOf } from '../text/reading-ease.ts';

/** Words per sentence at which half of the credit is left. */
const HALF_CREDIT = 14;

/** Short sentences. */
export const shortSentences: TraitCheck = {
  id: 'short-sentences',
  label: 'Short sentences',
  noun: 'short sentences',
  explanation:
    'Words per sentence by Unicode segmentation (UAX 29), half the credit at 14; how tangled a sentence is is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const { wordsPerSentence } = readabilityOf(response);
    return {
      share: 1 / (1 + (wordsPerSentence / HALF_CREDIT) ** 2),
      found: `${wordsPerSentence.toFixed(1)} words per sentence`,
    };
  },
};
