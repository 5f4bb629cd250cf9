import type { PromptCheck } from '../check.ts';
import { percent, withinUnit } from '../text/wording.ts';
import { wordRuns } from './no-repetition.ts';

const NGRAM = 4;
/** A summary may keep this share of its source's wording before it counts as copying. */
const FREE_SHARE = 0.5;

/** Penalty: does the response merely hand back the prompt or the preference? */
export const copying: PromptCheck = {
  id: 'copying',
  label: 'Copied from the question',
  explanation:
    'Penalty where more than half of the response’s four-word runs stand in the prompt or the preference already (own count, after the overlaps of BLEU, Papineni et al. 2002); copying in other words is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  measure({ response, prompt, preference }) {
    const size = Math.min(NGRAM, response.words.length);
    const runs = size === 0 ? [] : wordRuns(response.words, size);
    const sources = new Set(wordRuns(prompt.words, size));
    for (const run of wordRuns(preference?.words ?? [], size)) sources.add(run);
    const copied = runs.filter((run) => sources.has(run)).length / Math.max(1, runs.length);
    // A one-word answer such as "Paris" may well be a word of the question.
    const penalty = size < NGRAM ? 0 : withinUnit((copied - FREE_SHARE) / (1 - FREE_SHARE));
    return {
      score: 0 - penalty,
      measured: `${percent(copied)} of the wording is copied from the prompt or the preference`,
    };
  },
};
