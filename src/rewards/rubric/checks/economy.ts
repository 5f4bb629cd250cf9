import type { TraitCheck } from '../check.ts';
import { counted, quoted } from '../text/wording.ts';
import { countCues, phrasePattern } from './cue-check.ts';

const FILLER = phrasePattern(
  `it_is_(?:important|worth|interesting|essential|crucial)_(?:to_)?\\w+ | it's_(?:important|worth)_(?:to_)?\\w+ | it_should_be_noted | as_(?:we|you)_(?:all_)?know | as_mentioned\\w* | needless_to_say | at_the_end_of_the_day | in_today's_\\w+ | when_it_comes_to | there_are_(?:many|several|various|a_number_of|lots_of|numerous) | there_is_no_doubt | a_(?:wide|large|great)_(?:range|number|variety|deal|many)_?(?:of)? | in_order_to | due_to_the_fact_that | the_fact_that | in_terms_of | for_the_purpose_of | with_regard_to | in_the_event_that | at_this_point_in_time | first_and_foremost | last_but_not_least | each_and_every | more_and_more | and_so_on | in_(?:conclusion|summary) | that_being_said | having_said_that | of_course | basically | actually | essentially | really | very | quite | rather | simply | just | certainly | definitely | absolutely | generally_speaking | in_general | i_(?:think|believe|would_say)_that | what_(?:this|that)_means_is | the_(?:first|next|main|other)_thing | one_of_the_(?:most|many) | great_question | let_me | let's_(?:dive|explore|look|take)\\w* | overall | additionally | furthermore | moreover | also | as_well_as | not_only | various | several | in_addition`,
);

/** Few filler words. */
export const economy: TraitCheck = {
  id: 'economy',
  label: 'Few filler words',
  noun: 'economy of words',
  explanation:
    'Filler phrases such as “it is important to note” and “in order to”, and long sentences, take credit away (own list); whether a thought is needed is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const filler = countCues(response.text, [FILLER]);
    const perSentence = response.words.length / Math.max(1, response.sentences.length);
    const heaviness = 0.5 * filler.total + Math.max(0, perSentence - 12) / 12;
    const samples = filler.total > 0 ? `, such as ${quoted(filler.distinct)}` : '';
    return {
      share: 1 / (1 + heaviness),
      found: `${counted(filler.total, 'filler phrase')}${samples}; ${perSentence.toFixed(0)} words per sentence`,
    };
  },
};
