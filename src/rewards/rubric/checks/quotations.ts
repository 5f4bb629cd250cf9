import { createCueCheck } from './cue-check.ts';

/** Somebody’s own words. */
export const quotations = createCueCheck({
  id: 'quotations',
  label: 'Quotations',
  noun: 'quotations',
  explanation:
    'Longer passages in quotation marks and words that hand over to somebody, such as “put it” or “once said” (own count); whether anybody said it is not seen.',
  cues: `once_(?:said|wrote|remarked|observed) | (?:he|she|who|they)_(?:said|wrote) | said | wrote | put_it | in_the_words_of | famously | quot(?:e|es|ed|ation|ations) | remarked | is_said_to | attributed_to | proverb | saying_goes | as_the_saying`,
  signs: /"[^"\n]{15,}"|^>\s+\S.*/gm,
});
