import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { countCues, cueShare, phrasePattern } from './cue-check.ts';

const DIGITS = /(?<![\p{L}\p{N}])[$€£¥]?\d[\d.,:/]*\d?(?:\s?%)?/gu;
const LIST_NUMBER = /^\s*(?:\*\*)?(?:\(?\d{1,3}[.):]|step\s+\d+)/gim;
const SPELT = phrasePattern(
  `two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen | twenty\\w* | thirty\\w* | forty\\w* | fifty\\w* | sixty\\w* | seventy\\w* | eighty\\w* | ninety\\w* | hundreds? | thousands? | millions? | billions? | half | percent | per_cent | quarter | doubled? | tripled? | third`,
);
/** A number in words is less of a figure than one in digits. */
const SPELT_WEIGHT = 0.4;

/** Figures in the text; list numbers don't count. */
export const numbers: TraitCheck = {
  id: 'numbers',
  label: 'Figures given',
  noun: 'figures',
  explanation:
    'Numbers in digits, percentages, years and amounts, numbers in words counting less (own count); whether they are right is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const text = response.text.replace(LIST_NUMBER, '');
    const digits = countCues(text, [DIGITS]);
    const spelt = countCues(text, [SPELT]);
    return {
      share: cueShare(digits.weight + SPELT_WEIGHT * spelt.weight, response.words.length),
      found: `${counted(digits.total, 'figure')} in digits, ${String(spelt.total)} in words`,
    };
  },
};
