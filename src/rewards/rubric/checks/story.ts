import { createCueCheck } from './cue-check.ts';

/** Signs of a told story. */
export const story = createCueCheck({
  id: 'story',
  label: 'Signs of a story',
  noun: 'a story',
  explanation:
    'Words of telling: “once”, “one day”, he and she, past-tense verbs of doing and saying, speech in quotes (own list, after the narrative features of Biber 1988); plot is not seen.',
  cues: `once(?:_upon_a_time)? | one_(?:day|morning|night|evening|afternoon|winter|summer) | long_ago | years_ago | last_(?:week|year|night|summer|winter) | that_(?:day|night|morning|evening) | there_(?:was|lived|were) | when_(?:he|she|i|they|we) | suddenly | at_last | in_the_end | from_then_on | ever_after | village | king | queen | old_(?:man|woman) | girl | boy | grandmother | grandfather | said | asked | replied | whispered | shouted | told | looked | walked | ran | sat | stood | turned | remembered | noticed | smiled | laughed | cried`,
  weakCues: `was | were | had | he | she | his | her | him | i | my | me | then | until | finally | saw | found | took | gave | came | went | felt | knew | thought | opened | began | learned | decided | named | called | meanwhile`,
  half: 2,
  signs: /"[^"\n]{2,80}[,.!?]"/g,
});
