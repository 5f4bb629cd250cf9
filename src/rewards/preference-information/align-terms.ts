import type { SampledToken } from '../../core/index.ts';

/** A piece of text that begins and ends at a token's edge in both terms. */
export interface SharedPiece {
  readonly first: readonly SampledToken[];
  readonly second: readonly SampledToken[];
}

/**
 * Cuts two tokenisations of one text at the edges that they share: mostly one token each, more where a sampled text was cut
 * into other tokens than the tokeniser would cut it into. So a token without a log-probability is left out of both terms.
 */
export function alignTerms(
  first: readonly SampledToken[],
  second: readonly SampledToken[],
): readonly SharedPiece[] {
  const pieces: SharedPiece[] = [];
  let [i, j] = [0, 0];
  while (i < first.length && j < second.length) {
    const [startOfFirst, startOfSecond] = [i, j];
    let ahead = lengthAt(first, i++) - lengthAt(second, j++);
    while (ahead !== 0) {
      if (ahead < 0 && i < first.length) ahead += lengthAt(first, i++);
      else if (ahead > 0 && j < second.length) ahead -= lengthAt(second, j++);
      else break;
    }
    pieces.push({ first: first.slice(startOfFirst, i), second: second.slice(startOfSecond, j) });
  }
  return withRest(pieces, first.slice(i), second.slice(j));
}

/** Tokens without a text of their own, left over at the end of one term, belong to the last piece. */
function withRest(
  pieces: readonly SharedPiece[],
  first: readonly SampledToken[],
  second: readonly SampledToken[],
): readonly SharedPiece[] {
  const last = pieces.at(-1);
  if (last === undefined || first.length + second.length === 0) return pieces;
  return [
    ...pieces.slice(0, -1),
    { first: [...last.first, ...first], second: [...last.second, ...second] },
  ];
}

function lengthAt(tokens: readonly SampledToken[], place: number): number {
  return tokens[place]?.text.length ?? 0;
}
