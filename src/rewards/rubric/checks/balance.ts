import { createCueCheck } from './cue-check.ts';

/** More than one side shown. */
export const balance = createCueCheck({
  id: 'balance',
  label: 'Both sides',
  noun: 'more than one side',
  explanation:
    'Words that set sides against each other: “on the other hand”, “however”, “pros and cons”; fairness is not measured.',
  cues: `however | on_the_(?:one|other)_(?:hand|side) | but | although | though | while | whereas | yet | nevertheless | nonetheless | still | conversely | in_contrast | by_contrast | contrast\\w* | unlike | compar\\w+ | pros? | cons | advantages? | disadvantages? | benefits? | drawbacks? | downsides? | upsides? | strengths? | weakness\\w* | risks? | costs? | trade-?offs? | supporters? | proponents? | advocates? | opponents? | critics? | skeptics? | sceptics? | defenders? | some_\\w+ | others | other_people | both | either | neither | each_side | two_sides | sides? | it_depends | depend\\w* | for_some | argue\\w* | counter\\w* | alternativ\\w+ | instead | even_so | at_the_same_time | despite | more_than | less_than | better | worse | cheaper | faster | slower`,
});
