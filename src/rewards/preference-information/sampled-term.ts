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
