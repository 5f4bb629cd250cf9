import { stemmer } from 'stemmer';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** English words that carry grammar rather than content: left out when two texts are compared by content. */
export const FUNCTION_WORDS = wordSet(
  `a about above after again against all also although am an and any are as at be because been before being below between
  both but by can could did do does doing done down during each either else ever every few for from further get gets got
  had has have having he her here hers herself him himself his how however i if in into is it its itself just let like may
  me might more most much must my myself neither no nor not now of off on once one only or other our ours ourselves out
  over own per quite rather really same shall she should since so some such than that the their theirs them themselves
  then there these they this those though through thus to too under until up upon us very via was we were what when where
  whether which while who whom whose why will with within without would yet you your yours yourself yourselves
  i'm i've i'll i'd you're you've you'll you'd he's she's it's we're we've we'll they're they've they'll isn't aren't
  wasn't weren't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't that's there's
  what's let's`,
);

/** Common grammar words of French, German, Spanish, Italian, Portuguese and Dutch that are not also English words. */
export const OTHER_FUNCTION_WORDS = wordSet(
  `le la les des du une et est dans que qui pour avec sur pas ce cette sont au aux ne il elle nous vous je
  der das und ist ein eine einer einem den dem nicht mit auf für von zu sich auch als wie ich sie wir es
  el los las y en por con para una un como pero más del al lo su está ser si
  gli di il che non è sono per della dei nel alla anche um uma os ao não mais são dos
  het een van niet zijn voor met op te dat`,
);

/** Words of a question or an order that say nothing about its topic. */
export const TASK_WORDS = wordSet(
  `please tell explain describe write give list name make create generate provide help show want need know think say
  answer question way ways thing things following use using used good best sentence sentences text passage word words
  summarize summarise classify identify rewrite paraphrase suggest come find figure example examples someone people
  based given input output task`,
);

/** Words whose stems are remembered: texts to one prompt share most of theirs. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const stem = stemmer(word.replace(/'s$/, ''));
  remembered.set(word, stem);
  return stem;
}

/** Porter stems (1980) of the lower-case words that carry content, in order. */
export function stemContentWords(words: readonly string[]): string[] {
  const stems: string[] = [];
  for (const word of words) {
    if (!FUNCTION_WORDS.has(word)) stems.push(stemOf(word));
  }
  return stems;
}
