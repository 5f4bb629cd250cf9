import type { TraitCheck } from '../check.ts';
import { withinUnit } from '../text/wording.ts';
import { countCues, phrasePattern } from './cue-check.ts';

const UNFOLDING = phrasePattern(
  `because | since | therefore | thus | so_that | which_means | as_a_result | due_to | for_(?:example|instance) | such_as | including | specifically | in_particular | in_addition | additionally | furthermore | moreover | however | although | while | whereas | on_the_other_hand | in_contrast | another | second(?:ly)? | finally | meanwhile | in_turn | over_time | historically | originally | depend\\w* | not_only | beyond | which_is_why | that_is_why | when | after | before | until | unlike | most_of_all | instead | rather_than | between | through | by_\\w+ing | so_that | underlying | mechanism | factor\\w* | reason\\w* | aspect\\w* | stage\\w* | detail\\w*`,
);
const HALF_CREDIT_STEMS = 45;
const HALF_CREDIT_CUES = 4;
/** Letters of a word that is likely to name something specific. */
const LONG_WORD = 8;
/** Different content words for each word: small talk, and a text full of matter. */
const THIN = 0.25;
const DENSE = 0.6;

/** How far a response goes into its matter. */
export const depth: TraitCheck = {
  id: 'depth',
  label: 'Depth',
  noun: 'depth',
  explanation:
    'Different content words (half the credit at 45), their share of all words, words that unfold a matter (causes, contrasts, stages), figures and long words (own count); insight and correctness are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const stems = new Set(response.contentStems).size;
    const cues = countCues(response.text, [UNFOLDING]);
    const figures = response.text.match(/\d+/g)?.length ?? 0;
    const density = stems / Math.max(1, response.words.length);
    const longWords = new Set(response.words.filter((word) => word.length >= LONG_WORD)).size;
    const signs = cues.weight + 0.25 * longWords + 0.5 * Math.min(6, figures);
    return {
      share:
        0.4 * (stems / (stems + HALF_CREDIT_STEMS)) +
        0.3 * (signs / (signs + HALF_CREDIT_CUES)) +
        0.3 * withinUnit((density - THIN) / (DENSE - THIN)),
      found: `${String(stems)} different content words, ${String(cues.total)} words that unfold the matter`,
    };
  },
};
