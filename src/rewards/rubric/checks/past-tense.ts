import type { TraitCheck } from '../check.ts';
import { phrasePattern } from './cue-check.ts';

const PAST = phrasePattern(
  `was | were | had | did | \\w{2,}ed | came | went | saw | took | gave | made | got | found | knew | thought | told | said | left | felt | kept | held | brought | began | wrote | stood | heard | let | meant | ran | sat | spoke | lay | led | grew | lost | fell | sent | built | drew | broke | spent | rose | drove | bought | wore | chose | ate | drank | slept | sang | swam | flew | threw | caught | taught | fought | hung | stole | woke | shook | forgot | paid | sold | met | won | sank | blew | became | wasn't | weren't | didn't | hadn't | could`,
);
const PRESENT = phrasePattern(
  `is | are | am | isn't | aren't | has | have | does | do | don't | doesn't | it's | there's | (?:he|she|it|who|which|that|everyone|nobody|someone)_\\w+s | (?:i|you|we|they)_(?!were|had|did)\\w+(?<!ed) | can | will | comes? | goes | sees? | takes? | gives? | makes? | gets? | finds? | knows? | says? | leaves? | keeps? | holds? | brings? | begins? | stands? | runs? | sits? | falls? | hangs? | jumps? | sounds? | drives? | drops? | reads? | walks? | looks? | turns? | opens? | empties`,
);

/** Told in the past tense. */
export const pastTense: TraitCheck = {
  id: 'past-tense',
  label: 'Past tense',
  noun: 'the past tense',
  explanation:
    'Verbs in the past form (“-ed” and the common irregular ones) against verbs in the present, by a list (own count); participles count as past, and rarer verbs are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const past = response.text.match(PAST)?.length ?? 0;
    const present = response.text.match(PRESENT)?.length ?? 0;
    return {
      share: (past + 0.5) / (past + present + 1),
      found: `${String(past)} verbs in a past form, ${String(present)} in the present`,
    };
  },
};
