import { createCueCheck } from './cue-check.ts';

/** Friendly address. */
export const warmth = createCueCheck({
  id: 'warmth',
  label: 'Friendly words',
  noun: 'a friendly tone',
  explanation:
    'Greetings, praise, good wishes, “we” and “you”, contractions and exclamation marks (own list); sincerity is not seen.',
  cues: `hi | hello | hey | hiya | welcome | dear | friend\\w* | my_friend | buddy | folks | glad | happy_to\\w* | delighted | pleased | great_question | good_question | lovely | wonderful | awesome | fantastic | amazing | fun | enjoy\\w* | love | loved | loves | yay | cheers | wish\\w* | best_of_luck | good_luck | have_fun | take_care | feel_free | don't_(?:worry|hesitate|be_shy) | no_worries | no_problem | no_rush | not_to_worry | thank\\w* | you're_welcome | you've_got | you_got_this | you'll_(?:love|be|do|get|see|have|soon|feel) | let's | let_me_know | absolutely | warm\\w* | hug\\w* | cozy | cosy | smile\\w* | treat_yourself | proud | ask_(?:me|away) | i'd_love | here_for_you | any_questions | pretty_easy`,
  weakCues: `i | i'm | we | we'll | we're | you | your | you'll | you're | just | sure | a_little | super | together | of_course | nice | great | hope | hopefully | happy`,
  half: 2,
  signs: /!|\p{Emoji_Presentation}|[:;]-?\)/giu,
});
