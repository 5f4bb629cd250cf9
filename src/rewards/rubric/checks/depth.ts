import type { TraitCheck } from '../check.ts';
import { countCues, phrasePattern } from './cue-check.ts';

const UNFOLDING = phrasePattern(
  `because | since | therefore | thus | so_that | which_means | as_a_result | due_to | for_(?:example|instance) | such_as | including | specifically | in_particular | in_addition | additionally | furthermore | moreover | also | however | although | while | whereas | on_the_other_hand | in_contrast | another | second(?:ly)? | finally | meanwhile | in_turn | over_time | historically | originally | today | depend\\w* | if | not_only | both | beyond | underlying | mechanism | factor\\w* | reason\\w* | aspect\\w* | stage\\w* | background | context | detail\\w* | first | then | this | these | each`,
);
const HALF_CREDIT_STEMS = 45;
const HALF_CREDIT_CUES = 5;

/** How far a response goes into its matter. */
export const depth: TraitCheck = {
  id: 'depth',
  label: 'Depth',
  noun: 'depth',
  explanation:
    'Different content words (half the credit at 45) and words that unfold a matter: causes, contrasts, examples, stages; insight and correctness are not measured.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const stems = new Set(response.contentStems).size;
    const cues = countCues(response.text, [UNFOLDING]);
    const figures = response.text.match(/\d+/g)?.length ?? 0;
    const signs = cues.weight + 0.5 * Math.min(6, figures);
    return {
      share:
        0.6 * (stems / (stems + HALF_CREDIT_STEMS)) + 0.4 * (signs / (signs + HALF_CREDIT_CUES)),
      found: `${stems} different content words, ${cues.total} words that unfold the matter`,
    };
  },
};
