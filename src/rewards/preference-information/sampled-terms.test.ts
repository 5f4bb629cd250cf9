import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingOf, textOfTokens } from './read-information.ts';

const tokens = (...texts: readonly string[]) => texts.map((text) => ({ text, logProbability: -1 }));

/** The texts of the opening's tokens. */
function openingTexts(text: string, texts: readonly string[], most: number) {
  return openingOf(text, tokens(...texts), most)?.map((token) => token.text) ?? null;
}

describe('openingOf', () => {
  it('is the first so many tokens, or all of a short text', () => {
    expect(openingTexts('So it is', ['So', ' it', ' is'], 2)).toEqual(['So', ' it']);
    expect(openingTexts('So it is', ['So', ' it', ' is'], 3)).toEqual(['So', ' it', ' is']);
    expect(openingTexts('So it', ['So', ' it', '', '<|im_end|>'], 9)).toEqual(['So', ' it']);
  });

  it('ends before a character that is not whole', () => {
    expect(openingTexts('a😊b', ['a', '', '😊', 'b'], 2)).toEqual(['a']);
    expect(openingTexts('a😊b', ['a', '\uFFFD', '\uFFFD', 'b'], 3)).toEqual(['a']);
    expect(openingTexts('a😊b', ['a', '', '😊', 'b'], 3)).toEqual(['a', '', '😊']);
  });

  it('is not known where the tokens don’t spell the text, or stop before its end', () => {
    expect(openingTexts('So it is', [], 2)).toBeNull();
    expect(openingTexts('So it is', ['Else', ' it'], 2)).toBeNull();
    expect(openingTexts('So it is', ['So', ' it'], 3)).toBeNull();
    expect(openingTexts('😊b', ['\uFFFD', '\uFFFD', 'b'], 2)).toBeNull();
  });

  it('is not known where the tokens lose the text long before their number is reached', () => {
    const texts = ['a', '\uFFFD', '\uFFFD', 'b', 'c', 'd'];
    expect(openingTexts('a😊bcd', texts, 6)).toBeNull();
  });

  it('is a beginning of the text, never longer than asked for', () => {
    const cuts = fc.array(fc.string({ minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(cuts, fc.integer({ min: 1, max: 12 }), (texts, most) => {
        const opening = openingOf(texts.join(''), tokens(...texts), most) ?? [];
        expect(opening).toHaveLength(Math.min(most, texts.length));
        expect(texts.join('').startsWith(textOfTokens(opening))).toBe(true);
      }),
    );
  });
});
