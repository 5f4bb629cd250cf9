import { createCueCheck } from './cue-check.ts';

/** Words around an answer that are not part of it. */
export const pleasantries = createCueCheck({
  id: 'pleasantries',
  label: 'Pleasantries',
  noun: 'pleasantries around the answer',
  explanation:
    'Greetings, thanks, praise for the question, announcements and closing offers such as “I hope this helps” (own list); a slow start in other words is not seen.',
  cues: `(?:great|good|excellent|interesting|fair|wonderful)_(?:question|point) | thank_you_for | thanks_for | hello | hi_there | hi, | hey_there | happy_to_help | glad_(?:you|to) | i'd_be_(?:happy|glad|delighted) | let's_(?:dive|get_into|take_a_look|explore|get_started|begin) | i_hope | hope_(?:this|that|it)_helps | let_me_know | feel_free | don't_hesitate | any_(?:further|other|more)_questions | good_luck | best_of_luck | have_a_(?:great|good|lovely|nice)_\\w+ | happy_\\w+ing | enjoy_your | of_course! | sure! | certainly! | absolutely! | sure_thing | no_problem | you've_come_to_the_right_place | in_this_(?:answer|article|guide|overview) | you_(?:asked|wanted_to_know) | as_you_(?:asked|requested) | here_(?:is|are|'s)_(?:a|an|the|some|your|what) | here's_(?:a|an|the|some|your|what) | (?:can|may)_be_(?:daunting|overwhelming|confusing|tricky) | i_understand_(?:that_)?you | welcome | cheers`,
  weakCues: `i'd | happy | glad | dear | please | wonderful`,
});
