import type { PromptCheck } from '../check.ts';

/** With this many different content words half of the credit is earned. */
const HALF_CREDIT = 40;

/** How much there is in the response, counted without repeats. */
export const substance: PromptCheck = {
  id: 'substance',
  label: 'Substance',
  explanation:
    'Number of different content words, half the credit at 40 (own count), so that longer answers gain only while they bring new words; whether they say anything is not seen. Left out where the preference asks for a length.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure({ response }) {
    const distinct = new Set(response.contentStems).size;
    return {
      score: distinct / (distinct + HALF_CREDIT),
      measured: `${String(distinct)} different content words`,
    };
  },
};
