import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { countCues, phrasePattern } from './cue-check.ts';

const ORDER = phrasePattern(
  `first(?:ly)? | second(?:ly)? | third(?:ly)? | fourth(?:ly)? | next | then | after_that | afterwards? | finally | lastly | to_(?:start|begin)(?:_with)? | once_(?:you|it|the|that)\\w* | last_of_all`,
);
const INLINE_NUMBER = /(?<=[\s(:;])(?:\(?[1-9][.)])(?=\s)|\bstep \d/gi;
/** Numbered lines are plain to see; words of order less so. */
const WORD_OF_ORDER = 0.4;

/** A sequence: numbered steps or words of order. */
export const steps: TraitCheck = {
  id: 'steps',
  label: 'Steps in order',
  noun: 'steps in order',
  explanation:
    'Numbered lines, “step 2”, and words of order such as “first”, “then”, “finally”, which count less (own count); whether the order is right is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const numbered = response.layout.numbered.length;
    const inline = numbered > 0 ? 0 : countCues(response.text, [INLINE_NUMBER]).weight;
    const words = countCues(response.text, [ORDER]);
    const signs = numbered + inline + WORD_OF_ORDER * words.weight;
    return {
      share: signs / (signs + 1.5),
      found: `${counted(numbered, 'numbered line')} and ${counted(words.total, 'word')} of order`,
    };
  },
};
