import { createCueCheck } from './cue-check.ts';

/** Words that encourage. */
export const encouragement = createCueCheck({
  id: 'encouragement',
  label: 'Words of encouragement',
  noun: 'encouragement',
  explanation:
    'Phrases that encourage, such as “you can do it”, “keep going”, “every small step” (own list); whether they help is not seen.',
  cues: `you_can | you've_got_this | you_got_this | you'll_(?:get|be|do|see|soon|find|make|feel|look|thank) | you_are_capable | you're_capable | capable | believe_in | keep_(?:going|at_it|trying|practi[sc]ing|it_up|moving|showing) | don't_give_up | never_give_up | don't_worry | proud | progress | every_(?:small_)?(?:step|expert|day|time|attempt|mistake|minute|bit|effort|rep|try) | small_(?:steps?|wins?) | one_step_at_a_time | step_by_step | great_(?:start|job|work|step|choice) | good_(?:start|job|work|for_you) | well_done | bravo | congratulat\\w+ | celebrat\\w+ | worth_it | within_(?:your_)?reach | succeed\\w* | confiden\\w+ | courage\\w* | brave\\w* | strength | stronger | dream\\w* | go_for_it | start_today | dive_in | stick_with_it | it_gets_easier | gets_easier | better_each | mistakes_are | everyone_(?:starts|struggles|was) | on_the_right_track | patien\\w+ | amazing | fantastic | wonderful | exciting | trust_yourself | momentum`,
  weakCues: `already | easier | improv\\w+ | learn\\w* | grow\\w* | believe | success\\w* | strong\\w* | power\\w* | achiev\\w+ | you_will | potential`,
  half: 1.5,
  signs: /!/g,
});
