import { createCueCheck } from './cue-check.ts';

/** Friendly address. */
export const warmth = createCueCheck({
  id: 'warmth',
  label: 'Friendly words',
  noun: 'a friendly tone',
  explanation:
    'Greetings, praise, good wishes, “we” and “you”, contractions and exclamation marks; sincerity is not measured.',
  cues: `hi | hello | hey | hiya | welcome | dear | friend\\w* | my_friend | buddy | folks | glad | happy_to\\w* | delighted | pleased | great_question | good_question | lovely | wonderful | great | awesome | fantastic | amazing | nice | fun | enjoy\\w* | love | loved | loves | yay | cheers | hope | hopefully | wish\\w* | best_of_luck | good_luck | have_fun | take_care | feel_free | don't_(?:worry|hesitate|be_shy) | no_worries | no_problem | no_rush | not_to_worry | thank\\w* | you're_welcome | you've_got | you_got_this | you'll_(?:love|be|do|get|see|have|soon|feel) | let's | let_me_know | we | we'll | we're | together | of_course | sure | absolutely | happy | warm\\w* | hug\\w* | cozy | cosy | smile\\w* | treat_yourself | proud | ask_(?:me|away) | i'd_love | i'm | i | you | your | you'll | you're | here_for_you | any_questions | just | a_little | super | pretty_easy`,
  signs: /!|\p{Emoji_Presentation}|[:;]-?\)/giu,
});
