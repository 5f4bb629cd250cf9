import type { TraitCheck } from '../check.ts';
import { readabilityOf } from '../text/reading-ease.ts';
import { counted } from '../text/wording.ts';
import { CONTRACTION } from './contractions.ts';
import { countCues, phrasePattern } from './cue-check.ts';
import { EMOJI } from './emoji.ts';

const INFORMAL = phrasePattern(
  `gonna | wanna | gotta | kinda | sorta | dunno | yeah | yep | yup | nope | nah | hey | hi | hiya | guys | folks | buddy | pal | dude | mate | bro | cool | awesome | stuff | loads | tons | lots | super | totally | basically | literally | honestly | seriously | pretty_much | a_bit | okay | ok | oh | wow | whoa | ugh | oops | btw | lol | haha\\w* | omg | cuz | 'cause | ya | y'all | ain't | kid | kids | crazy | insane | sucks? | freak\\w* | darn | heck | mess | messy | thingy? | big_deal | no_biggie | no_worries | cheers | chill\\w* | grab | ditch | nuts | boring | gross | junk | fancy | so_yeah | right\\? | you_know | i_mean | anyway | trust_me | believe_me | let's | goodies | yummy | tasty | bunch | chunk | nasty | weird | goof\\w* | sneaky | silly | hang_out | way_too | way_more | fun | dead_simple | piece_of_cake | you'll_be_fine | huge`,
);
const FORMAL = phrasePattern(
  `furthermore | moreover | therefore | consequently | accordingly | however | nevertheless | nonetheless | thus | hence | additionally | regarding | concerning | pursuant | in_accordance | with_respect_to | in_order_to | prior_to | subsequent(?:ly)? | it_is_(?:advisable|recommended|important|essential|necessary)\\w* | we_recommend | recommend(?:ed|s|ation)? | one_(?:may|should|must|can) | may | shall | ensure[sd]? | require[sd]? | provid(?:e|es|ed|ing) | enabl(?:e|es|ed|ing) | facilitat\\w+ | demonstrat\\w+ | indicat\\w+ | obtain\\w* | significant(?:ly)? | substantial(?:ly)? | appropriate(?:ly)? | sufficient(?:ly)? | individuals? | stakeholders? | organi[sz]ations? | objectives? | assess\\w* | evaluat\\w+ | implement\\w* | establish\\w* | considerations? | approximately | numerous | primarily | respective(?:ly)? | sincerely | dear | please_(?:find|note|contact) | kindly | upon | whereas | constitut\\w+ | undertak\\w+ | optimi[sz]\\w+ | priorit\\w+ | communicat\\w+ | professional\\w* | effective(?:ly)? | conduct\\w* | maintain\\w* | commence\\w* | assist\\w* | typically | generally | effectively | results?_in | associated_with | due_to`,
);
const FIRST_PERSON = phrasePattern(`i | i'm | i've | i'd | i'll | me | my`);
const SECOND_PERSON = phrasePattern(`you | your | you're | you'll | you've | yourself`);

/** Formal, professional register against casual talk. */
export const formal: TraitCheck = {
  id: 'formal',
  label: 'Formal register',
  noun: 'a formal register',
  explanation:
    'Formal linking words and long words against contractions, exclamation marks, slang, emoji and “I”/“you”, after the features of Heylighen and Dewaele (1999) and Biber (1988); tact and expertise are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const { text, words } = response;
    const per = Math.max(1, words.length / 60);
    const formalCues = countCues(text, [FORMAL]).weight / per;
    const slang = countCues(text, [INFORMAL, EMOJI]);
    const contracted = countCues(text, [CONTRACTION]).total;
    const exclaimed = text.match(/!/g)?.length ?? 0;
    const persons = countCues(text, [FIRST_PERSON, SECOND_PERSON]).total;
    const casual = (slang.weight + 0.8 * contracted + exclaimed + 0.15 * persons) / per;
    const { longWordShare } = readabilityOf(response);
    const balance = 0.5 * formalCues - 0.8 * casual + 8 * (longWordShare - 0.14);
    return {
      share: 1 / (1 + Math.exp(-balance)),
      found: `${counted(contracted, 'contraction')}, ${counted(exclaimed, 'exclamation mark')}, ${counted(slang.total, 'casual word')}, ${String(Math.round(longWordShare * 100))} % long words`,
    };
  },
};
