import type { ChatMessage, SampledToken, TokenProbability } from '../../core/index.ts';

/** Tokens that the script pretends to choose among. */
export const SCRIPTED_VOCABULARY = 100;

/**
 * The token of `pieces` at `place`, with a log-probability in [-3, -1/32] that depends on nothing but the messages and the
 * pieces up to it, so that writing a text and scoring it give the same figures. The rest of the probability is shared
 * evenly by the other tokens of the vocabulary.
 *
 * @param likeliest how many of the likeliest tokens are told beside it; none where left out.
 */
export function scriptedToken(
  messages: readonly ChatMessage[],
  pieces: readonly string[],
  place: number,
  likeliest?: number,
): SampledToken {
  const text = pieces[place] ?? '';
  const before = messages.map(({ role, content }) => `${role}: ${content}`);
  const mixed = hash([...before, ...pieces.slice(0, place + 1)].join('\n'));
  const logProbability = -(1 + (mixed % 96)) / 32;
  if (likeliest === undefined) return { text, logProbability };
  const share = Math.log1p(-Math.exp(logProbability)) - Math.log(SCRIPTED_VOCABULARY - 1);
  const others = Array.from(
    { length: Math.max(0, likeliest - 1) },
    (_, other): TokenProbability => ({ text: `other ${String(other)}`, logProbability: share }),
  );
  const all: TokenProbability[] = [{ text, logProbability }, ...others];
  return { text, logProbability, topLogProbabilities: all.slice(0, likeliest) };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(place), 0x01000193);
  }
  return mixed >>> 0;
}
