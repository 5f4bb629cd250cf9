import { createCueCheck } from './cue-check.ts';

/** Signs of a told story. */
export const story = createCueCheck({
  id: 'story',
  label: 'Signs of a story',
  noun: 'a story',
  explanation:
    'Words of telling: “once”, “one day”, he and she, past-tense verbs of doing and saying, speech in quotes; plot is not measured.',
  cues: `once(?:_upon_a_time)? | one_(?:day|morning|night|evening|afternoon|winter|summer) | long_ago | years_ago | last_(?:week|year|night|summer|winter) | that_(?:day|night|morning|evening) | there_(?:was|lived|were) | when_(?:he|she|i|they|we) | suddenly | meanwhile | until | then | at_last | finally | in_the_end | from_then_on | ever_after | he | she | his | her | him | i | my | me | named | called | village | king | queen | old_(?:man|woman) | girl | boy | grandmother | grandfather | said | asked | replied | whispered | shouted | told | thought | knew | felt | saw | looked | walked | ran | went | came | found | took | gave | opened | sat | stood | turned | began | decided | remembered | noticed | smiled | laughed | cried | learned | was | were | had`,
  signs: /"[^"\n]{2,80}[,.!?]"/g,
});
