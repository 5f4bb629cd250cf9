import { createCueCheck } from './cue-check.ts';

/** Polite forms. */
export const courtesy = createCueCheck({
  id: 'courtesy',
  label: 'Polite forms',
  noun: 'politeness',
  explanation:
    'Polite forms after Danescu-Niculescu-Mizil et al. (2013): please, thanks, “would you”, “may I”, softened requests; tact is not seen.',
  cues: `please | kindly | thank\\w* | grateful\\w* | gratitude | appreciat\\w+ | would_you | could_you | may_i | might_i | would_like | i_would | we_would | if_you_(?:would|wish|like|could|don't_mind|prefer) | pardon | excuse_me | apolog\\w+ | sincerely | regards | welcome | happy_to | glad_to | feel_free | pleasure | honou?r\\w* | wish_you | good_(?:morning|day|evening) | hello | you_may_(?:wish|want|like|prefer|find) | kindness | at_your_convenience | let_(?:me|us)_know`,
  weakCues: `you_might | perhaps | consider | understand\\w* | kind | of_course | would_be | sorry | respect\\w* | dear`,
});
