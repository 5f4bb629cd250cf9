import type { PromptCheck } from '../check.ts';
import { quoted } from '../text/wording.ts';
import { phrasePattern } from './cue-check.ts';

const REFUSAL_OR_REVISION = phrasePattern(
  `as_an?_(?:ai|artificial|language_model|large_language|virtual_assistant)\\w* | i_am_an?_(?:ai|language)\\w* | i'm_an?_(?:ai|language)\\w*
  | i_(?:cannot|can't|can_not|am_unable_to|'m_unable_to|won't|am_not_able_to)_(?:help|assist|answer|provide|fulfil\\w*|comply|write|create|generate|do_that)
  | i'm_sorry,?_but | i_am_sorry,?_but | i_apologi[sz]e | my_apologies | sorry_for_(?:the|my|any)_\\w+
  | (?:my|the|a|your)_(?:new|revised|improved|updated|refined|better|modified)_(?:answer|response|version|draft|text)
  | based_on_(?:the|your)_(?:feedback|critique|suggestions) | (?:the|my)_(?:previous|first|original)_(?:answer|response|draft)
  | (?:the|this|my|your)_(?:answer|response)_(?:above|below|contains?|includes?|requires?|(?:needs|has)_to|(?:must|should|could|can)_(?:be|have|include|contain|read))
  | the_(?:original|previous|same)_question | the_bullet_points_(?:above|mentioned|below)
  | (?:the|your)_(?:user|human|person)'s_(?:preference|request) | i_hope_this_(?:helps|meets)[^.]{0,40}(?:preference|request)`,
);
const PREAMBLE =
  /^\s*(?:sure|certainly|of course|absolutely|okay|ok|great question)\b[!,.]|^\s*here(?:'s| is| are)\b[^\n.!]{0,80}:\s*\n/i;
const PREAMBLE_PENALTY = 0.25;
/** A letter of apology is not an apology for the answer. */
const APOLOGY_ASKED = /apolog|sorry|refus|declin|language model|\bai\b/i;

/** Penalty: does the response talk about itself instead of answering? */
export const metaTalk: PromptCheck = {
  id: 'meta-talk',
  label: 'Talk about itself',
  explanation:
    'Penalty for refusals, apologies, “as an AI”, “here is my revised answer” and “the answer should include”, a small one for an opening such as “Sure, here is …:” (own list), waived where the prompt is about such things; a refusal in other words is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  measure({ response, prompt }) {
    const found = [...new Set(response.lower.match(REFUSAL_OR_REVISION) ?? [])];
    if (found.length > 0 && !APOLOGY_ASKED.test(prompt.text)) {
      return { score: -1, measured: `Talks about itself: ${quoted(found)}` };
    }
    const opening = PREAMBLE.exec(response.text)?.[0].trim();
    return opening === undefined
      ? { score: 0, measured: 'Talks about the matter, not about itself' }
      : { score: -PREAMBLE_PENALTY, measured: `Opens with a preamble: ${quoted([opening])}` };
  },
};
