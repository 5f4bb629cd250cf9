import { createCueCheck } from './cue-check.ts';

/** Words that argue for something. */
export const persuasion = createCueCheck({
  id: 'persuasion',
  label: 'Persuasive wording',
  noun: 'persuasion',
  explanation:
    'Calls to act, benefits, contrasts and questions to the reader; whether an argument convinces is not measured.',
  cues: `you_(?:deserve|need|should|must|owe|can't_afford|will|won't|can) | must | should | imagine | picture | think_(?:about|of) | consider | ask_yourself | why_(?:wait|settle|not) | don't_(?:wait|miss|let|settle) | act_now | now | today | start | join | choose | take_the | make_the | it's_time | the_time | never | always | every | proven | guarantee\\w* | undeniabl\\w+ | clear(?:ly)? | without_(?:doubt|question) | no_doubt | surely | certainly | benefit\\w* | save[sd]? | saving\\w* | gain\\w* | win | worth | invest\\w* | better | best | healthier | happier | cheaper | safer | stronger | richer | not_only | but_also | far_more | simply | cost\\w* | pays?_(?:off|for) | future | our_children | opportunity | powerful | transform\\w* | freedom | the_(?:choice|truth|fact|answer|evidence)_is | because | after_all | if_not_you | deserve\\w* | unlock\\w* | matter\\w*`,
  signs: /[?!]/g,
});
