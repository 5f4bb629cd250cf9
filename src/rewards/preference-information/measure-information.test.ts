import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTerms } from './measure-information.ts';

const tokens = (...texts: readonly string[]) => texts.map((text) => ({ text, logProbability: -1 }));

describe('alignTerms', () => {
  it('cuts where both tokenisations have an edge', () => {
    const pieces = alignTerms(tokens('a', 'b', 'cd', 'e'), tokens('ab', 'c', 'd', 'e'));
    expect(pieces.map(({ first, second }) => [first.length, second.length])).toEqual([
      [2, 1],
      [1, 2],
      [1, 1],
    ]);
  });

  it('puts what is left without a text into the last piece', () => {
    const pieces = alignTerms(tokens('a', ''), tokens('a'));
    expect(pieces.map(({ first, second }) => [first.length, second.length])).toEqual([[2, 1]]);
  });

  it('loses and doubles no token', () => {
    const cuts = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cuts, cuts, (one, other) => {
        const [first, second] = [tokens(...one), tokens(...other)];
        const pieces = alignTerms(first, second);
        expect(pieces.flatMap((piece) => piece.first)).toEqual(first);
        expect(pieces.flatMap((piece) => piece.second)).toEqual(second);
      }),
    );
  });
});
