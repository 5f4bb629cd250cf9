import type { SampledToken } from '../../core/index.ts';

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

export function textOfTokens(tokens: readonly SampledToken[]): string {
  return tokens.map(({ text }) => text).join('');
}
