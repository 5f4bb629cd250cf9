import { createCueCheck } from './cue-check.ts';

/** More than one side shown. */
export const balance = createCueCheck({
  id: 'balance',
  label: 'Both sides',
  noun: 'more than one side',
  explanation:
    'Words that set sides against each other: “on the other hand”, “however”, “pros and cons” (own list, after the contrast connectives of Biber 1988); whether the sides are treated fairly is not seen.',
  cues: `however | on_the_(?:one|other)_(?:hand|side) | although | though | whereas | nevertheless | nonetheless | conversely | in_contrast | by_contrast | contrast\\w* | unlike | compar\\w+ | pros? | cons | advantages? | disadvantages? | drawbacks? | downsides? | upsides? | strengths? | weakness\\w* | trade-?offs? | supporters? | proponents? | advocates? | opponents? | critics? | skeptics? | sceptics? | defenders? | other_people | each_side | two_sides | it_depends | for_some | argue\\w* | counter\\w* | alternativ\\w+ | at_the_same_time | despite`,
  weakCues: `but | still | yet | while | some_\\w+ | others | sides? | either | neither | both | instead | better | worse | cheaper | faster | slower | more_than | less_than | costs? | benefits? | risks? | depend\\w* | even_so`,
  half: 1.5,
});
