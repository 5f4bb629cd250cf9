import type { TraitCheck } from '../check.ts';
import { percent, withinUnit } from '../text/wording.ts';

/** Words looked at together, so that a long text isn't marked down for its length. */
const WINDOW = 50;

/** Mean share of different words over windows of 50 words (moving-average type-token ratio). */
function wordVariety(words: readonly string[]): number {
  if (words.length === 0) return 0;
  if (words.length <= WINDOW) return new Set(words).size / words.length;
  let sum = 0;
  let windows = 0;
  for (let start = 0; start + WINDOW <= words.length; start += WINDOW / 5) {
    sum += new Set(words.slice(start, start + WINDOW)).size / WINDOW;
    windows += 1;
  }
  return sum / windows;
}

/** Varied vocabulary. */
export const variety: TraitCheck = {
  id: 'variety',
  label: 'Varied words',
  noun: 'varied words',
  explanation:
    'Moving-average type-token ratio over 50 words (Covington and McFall 2010), nothing at 0.6, full at 0.95; whether the words are well chosen is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const ratio = wordVariety(response.words);
    return {
      share: withinUnit((ratio - 0.6) / 0.35),
      found: `${percent(ratio)} different words in a window of 50`,
    };
  },
};
