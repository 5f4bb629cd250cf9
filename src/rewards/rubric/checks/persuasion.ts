import { createCueCheck } from './cue-check.ts';

/** Words that argue for something. */
export const persuasion = createCueCheck({
  id: 'persuasion',
  label: 'Persuasive wording',
  noun: 'persuasion',
  explanation:
    'Calls to act, benefits, contrasts and questions to the reader (own list, after the principles of Cialdini 1984); whether an argument convinces is not seen.',
  cues: `you_(?:deserve|need|should|must|owe|can't_afford|will|won't|can) | imagine | picture | think_(?:about|of) | consider | ask_yourself | why_(?:wait|settle|not) | don't_(?:wait|miss|let|settle) | act_now | it's_time | proven | guarantee\\w* | undeniabl\\w+ | clear(?:ly)? | without_(?:doubt|question) | no_doubt | surely | certainly | benefit\\w* | save[sd]? | saving\\w* | gain\\w* | win | invest\\w* | healthier | happier | cheaper | safer | stronger | richer | not_only | but_also | far_more | pays?_(?:off|for) | our_children | opportunity | powerful | transform\\w* | freedom | the_(?:choice|truth|fact|answer|evidence)_is | after_all | if_not_you | deserve\\w* | unlock\\w*`,
  weakCues: `must | should | now | today | never | always | every | because | better | best | future | start | take_the | make_the | cost\\w* | simply | matter\\w* | the_time | choose | join | worth`,
  half: 2,
  signs: /[?!]/g,
});
