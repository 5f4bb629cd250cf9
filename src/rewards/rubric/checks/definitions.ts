import { createCueCheck } from './cue-check.ts';

/** Terms defined. */
export const definitions = createCueCheck({
  id: 'definitions',
  label: 'Terms explained',
  noun: 'definitions',
  explanation:
    'Phrases that define, such as “means”, “refers to”, “that is”, “known as”, and explanations in brackets (own list, in the manner of Hearst 1992); whether a definition is right is not seen.',
  cues: `meant_by | refers?_to | referred_to_as | is_defined_as | defined? | definition | that_is | i\\.e | in_other_words | so-called | is_(?:a|an|the)_(?:kind|type|form|measure|way|process|term|method|name|sort|word|unit|set|group|study|share|amount|system|state|number|rate) | the_(?:term|word|phrase) | stands_for | or_simply | in_plain_(?:english|terms|words) | simply_put | put_simply | is_when | are_when`,
  weakCues: `called | meaning | which_is | describes? | means | known_as`,
  signs: /\((?=[a-z][^)]{6,200}\))|—\s?(?:the|a|an)\s/g,
});
