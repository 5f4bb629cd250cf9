import type { TraitCheck } from '../check.ts';
import { segmentWords } from '../text/text-reading.ts';

/** Words in the longest paragraph at which half of the credit is left. */
const HALF_CREDIT = 45;

/** Short paragraphs. */
export const shortParagraphs: TraitCheck = {
  id: 'short-paragraphs',
  label: 'Short paragraphs',
  noun: 'short paragraphs',
  explanation:
    'Words of the longest line or paragraph, half the credit at 45 (own count); whether the breaks fall well is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const longest = Math.max(0, ...layout.blocks.map((block) => segmentWords(block).length));
    return {
      share: 1 / (1 + (longest / HALF_CREDIT) ** 2),
      found: `The longest paragraph has ${String(longest)} words`,
    };
  },
};
