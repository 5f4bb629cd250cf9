import { createCueCheck } from './cue-check.ts';

/** One thing recommended. */
export const recommendation = createCueCheck({
  id: 'recommendation',
  label: 'Clear recommendation',
  noun: 'a clear recommendation',
  explanation:
    'Verbs that recommend or choose, such as “I’d go with”, “get”, “the best choice” (own list); whether the advice is sound is not seen.',
  cues: `recommend\\w* | i'd_(?:go|pick|choose|take|get|buy|say|suggest) | i_would_(?:go|pick|choose|take|get|buy|say|suggest) | go_(?:with|for) | my_(?:pick|advice|choice|vote|recommendation|suggestion) | your_best_(?:bet|choice|option) | the_best_(?:choice|option|bet|one|way) | best_(?:bet|choice|option) | choose | pick | opt_for | stick_with | start_with | buy | get_(?:the|a|an|one) | take_(?:the|a) | paint | use_(?:the|a|an) | do_it | skip | avoid | you_should | should | clear_winner | winner | hands_down | simply | verdict | the_answer_is | worth_it | don't_bother | without_hesitation`,
  weakCues: `best | better | suggest\\w* | yes | no | definitely | just | wins?`,
  half: 1.5,
});

/** More than one way shown. */
export const options = createCueCheck({
  id: 'options',
  label: 'Several options',
  noun: 'several options',
  explanation:
    'Words that set ways beside each other, such as “another”, “alternatively”, “or you could”, “if you prefer” (own list); whether the ways differ is not seen.',
  cues: `options? | alternatives? | alternatively | another(?:_\\w+)? | or_you_(?:can|could|might) | or_else | you_could_also | you_can_also | if_you_(?:prefer|want|like|need|would_rather|have|don't) | one_(?:is|way|option|possibility|approach) | a_(?:second|third|further|different)_\\w+ | (?:first|second|third)(?:ly)?_(?:option|way|choice) | either | instead | choices? | possibilit\\w+ | several | various | different_(?:ways|kinds|options) | it_depends | depends_on | otherwise | whichever | whether_you | variants? | plan_[abc]`,
  weakCues: `or | could | might | also | maybe | perhaps | some | while | whereas | others?`,
  half: 1.5,
});
