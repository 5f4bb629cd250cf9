import type {
  ChatMessage,
  SampledResponse,
  SampledToken,
  ScoreTextRequest,
} from '../../core/index.ts';

/**
 * The tokens of a response that this policy has just sampled to just these messages: what forced decoding would tell again.
 * What the engine reports after the text, such as the end of the turn or half a character, is left out.
 *
 * @returns null where the response came another way, its tokens don't spell the text or one has no log-probability
 */
export function sampledTerm(
  term: ScoreTextRequest,
  sampled: SampledResponse | null | undefined,
  policyId: string,
): readonly SampledToken[] | null {
  if (sampled?.policyId !== policyId || !sameMessages(sampled.messages, term.messages)) return null;
  const tokens = spell(term.text, sampled.tokens);
  return tokens?.every(({ logProbability }) => logProbability !== null) === true ? tokens : null;
}

function spell(text: string, tokens: readonly SampledToken[]): readonly SampledToken[] | null {
  let told = '';
  for (const [place, token] of tokens.entries()) {
    told += token.text;
    if (told === text) return tokens.slice(0, place + 1);
    if (!text.startsWith(told)) return null;
  }
  return null;
}

function sameMessages(first: readonly ChatMessage[], second: readonly ChatMessage[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ role, content }, place) => {
      const other = second[place];
      return other?.role === role && other.content === content;
    })
  );
}

/** A character has four bytes at most: so many tokens before its last one can be parts of it, without a text of their own. */
const MOST_PARTS_BEFORE_LAST = 3;

/**
 * The tokens of a text's opening: so many at most, and fewer where the last ones are parts of a character that isn't whole.
 *
 * @param tokens of the whole text, in order; what stands behind it, such as the end of the turn, is left out
 * @returns null where the tokens don't spell the text so far
 */
export function openingOf(
  text: string,
  tokens: readonly SampledToken[],
  most: number,
): readonly SampledToken[] | null {
  let [told, end, read] = ['', 0, 0];
  for (const token of tokens.slice(0, most)) {
    if (told === text) break;
    read += 1;
    told += token.text;
    if (!text.startsWith(told)) continue;
    if (token.text !== '') end = read;
  }
  const isWhole = told === text || read === most;
  return end > 0 && isWhole && read - end <= MOST_PARTS_BEFORE_LAST ? tokens.slice(0, end) : null;
}

/** What the tokens spell. */
export function textOfTokens(tokens: readonly SampledToken[]): string {
  return tokens.map(({ text }) => text).join('');
}
