import { createCueCheck } from './cue-check.ts';

/** Words that acknowledge a person's feelings. */
export const empathy = createCueCheck({
  id: 'empathy',
  label: 'Words of empathy',
  noun: 'empathy',
  explanation:
    'Words that acknowledge feelings, such as “I’m sorry to hear”, “understandable”, “it’s okay to” (own list, after the mechanisms of Sharma et al. 2020); real understanding is not seen.',
  cues: `sorry_(?:to_hear|you\\w*|that|for_your) | i_understand | understandabl\\w+ | i_hear_you | i_can_(?:imagine|see|hear|only_imagine) | must_(?:be|feel|have_been) | it's_(?:okay|ok|normal|natural|alright|all_right|hard|never_easy|not_easy|completely|perfectly|totally|a_lot) | it_is_(?:okay|normal|natural|hard|never_easy|not_easy|completely|perfectly) | you're_not_alone | you_are_not_alone | not_alone | feel\\w* | valid | painful | hurting | overwhelm\\w* | exhaust\\w* | frustrat\\w* | disappoint\\w* | stress\\w* | scary | heartbreak\\w* | grief | griev\\w+ | gentle | gently | be_kind_to_yourself | kind_to_yourself | take_(?:your|all_the)_time | one_day_at_a_time | here_for_you | lean_on | reach_out | someone_you_trust | comfort\\w* | compassion\\w* | so_many_people | many_people | anyone_would | no_shame | not_your_fault | breath\\w* | your_feelings | makes_sense`,
  weakCues: `hard | difficult | rest | space | care | caring | loss | understand\\w* | hurts? | tough | felt`,
});
