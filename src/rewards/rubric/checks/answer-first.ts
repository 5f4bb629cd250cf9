import type { TraitCheck } from '../check.ts';
import { segmentWords } from '../text/text-reading.ts';
import { quoted, withinUnit } from '../text/wording.ts';
import { phrasePattern } from './cue-check.ts';

const VERDICT =
  /^\W*(?:\*\*)?(?:yes|no|yep|nope|probably|definitely|absolutely|certainly|not (?:really|yet|quite|necessarily|soon)|neither|both|in short|short answer|the (?:short )?answer|bottom line|tl;?dr|verdict|conclusion|it is|it's|go (?:for|with)|choose|pick|buy|get|take|use|because|only|never|always|around|about|roughly)\b/i;
const CONCLUDING = phrasePattern(
  `worth(?:_it)? | pays? | best | better | should | recommend\\w* | is_(?:safe|fine|possible|enough|not) | works? | cheaper | right | wrong | main_reason | comes_down_to | can_be | means | caused_by | because`,
);
const LEADING_UP =
  /^\W*(?:there are|many|people|in (?:recent|general|order|the past|today)|when it comes|to (?:answer|understand)|before|first,? (?:we|let|it|consider)|let's|historically|some|it (?:depends|is (?:important|worth|often))|over the|for (?:many|centuries|years))\b/i;
/** Words of a first sentence that holds an answer and little else. */
const SHORT_OPENING = 18;

/** Whether the answer stands at the beginning. */
export const answerFirst: TraitCheck = {
  id: 'answer-first',
  label: 'Answer comes first',
  noun: 'the answer at the beginning',
  explanation:
    'Whether the first sentence is short and opens with a verdict, rather than with background (own count); whether it is the answer is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const opening = response.sentences[0] ?? '';
    const words = segmentWords(opening.toLowerCase()).length;
    const verdict = VERDICT.test(opening) ? 0.5 : 0;
    const concluding = Math.min(2, opening.match(CONCLUDING)?.length ?? 0) * 0.1;
    const roundabout = LEADING_UP.test(opening) ? 0.2 : 0;
    const share =
      0.2 + verdict + concluding - roundabout + 0.1 * (SHORT_OPENING / (SHORT_OPENING + words));
    return { share: withinUnit(share), found: `Opens with ${quoted([opening.slice(0, 40)])}` };
  },
};
