import type { SampledToken } from '../../core/index.ts';

/** A token that was read, with what it spells; part of a character spells a replacement character, or nothing. */
export interface ReadToken {
  readonly piece: string;
  readonly logProbability: number | null;
}

const PART_OF_CHARACTER = '\ufffd';

/**
 * The tokens that a text is read as, where they end a prompt's. They are told from the end, since only the end is known: each piece
 * has to be what is left of the text ends with. Parts of a character together spell what is left between the pieces around them,
 * and the last of them gets it.
 *
 * @returns null where no tokens at the end spell the text, as where its beginning was read as one token with what stands before
 */
export function tokensOfText(
  prompt: readonly ReadToken[],
  text: string,
): readonly SampledToken[] | null {
  const found: SampledToken[] = [];
  let left = text;
  let place = prompt.length - 1;
  const take = (token: ReadToken, spelt: string): void => {
    found.unshift({ text: spelt, logProbability: token.logProbability });
    left = left.slice(0, left.length - spelt.length);
    place -= 1;
  };
  while (left !== '' || isUntold(prompt[place])) {
    const token = prompt[place];
    if (token === undefined) return null;
    if (token.piece === '') {
      take(token, '');
      continue;
    }
    if (isPartOfCharacter(token.piece)) {
      const parts = partsUpTo(prompt, place);
      const from = startOfParts(left, prompt[place - parts]?.piece ?? '');
      if (from === left.length) return null;
      take(token, left.slice(from));
      for (let part = 1; part < parts; part += 1) take(prompt[place] ?? token, '');
      continue;
    }
    // Some tokenizers leave a word's space out where they write one token down alone.
    const [next] = found;
    if (next !== undefined && left.endsWith(' ') && !left.endsWith(token.piece)) {
      found[0] = { ...next, text: ` ${next.text}` };
      left = left.slice(0, -1);
    }
    if (!left.endsWith(token.piece)) return null;
    take(token, token.piece);
  }
  return found;
}

/** How many tokens up to a place are parts of characters. */
function partsUpTo(prompt: readonly ReadToken[], place: number): number {
  const whole = prompt.slice(0, place + 1).findLastIndex(({ piece }) => !isPartOfCharacter(piece));
  return place - whole;
}

export function isPartOfCharacter(piece: string): boolean {
  return piece.includes(PART_OF_CHARACTER);
}

/** Tokens before the text that spell nothing are the beginning of its first character. */
function isUntold(token: ReadToken | undefined): boolean {
  return token?.piece === '';
}

/** Where the parts of characters begin that a text ends with, if `before` stands before them. */
function startOfParts(text: string, before: string): number {
  if (before === '') return 0;
  // One character at least is theirs.
  const found = text.lastIndexOf(before, text.length - before.length - 1);
  return found < 0 ? 0 : found + before.length;
}
