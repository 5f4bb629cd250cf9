import type { PromptCheck } from '../check.ts';
import { percent, withinUnit } from '../text/wording.ts';

const NGRAM = 3;
/** Ordinary prose repeats a few three-word runs: full credit from here. */
const ORDINARY = 0.95;
const HOPELESS = 0.5;

/** Runs of `size` words, joined by a space. */
export function wordRuns(words: readonly string[], size: number): string[] {
  const runs: string[] = [];
  for (let start = 0; start + size <= words.length; start += 1) {
    runs.push(words.slice(start, start + size).join(' '));
  }
  return runs;
}

/** Does the response say the same thing over and over? */
export const noRepetition: PromptCheck = {
  id: 'no-repetition',
  label: 'No repetition',
  explanation:
    'Share of three-word runs that are different (distinct-n, Li et al. 2016), full from 95 %, nothing below 50 %; a thought repeated in other words is not seen.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure({ response }) {
    const runs = wordRuns(response.words, NGRAM);
    const distinct = runs.length === 0 ? 1 : new Set(runs).size / runs.length;
    return {
      score: withinUnit((distinct - HOPELESS) / (ORDINARY - HOPELESS)),
      measured: `${percent(distinct)} of the three-word runs are different`,
    };
  },
};
