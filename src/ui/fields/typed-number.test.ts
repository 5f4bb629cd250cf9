import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, takeNumber, writeNumber } from './typed-number.ts';

describe('a number that was typed', () => {
  it.each<[string, string, number | null]>([
    ['0,7', 'en', 0.7],
    ['0.7', 'de', 0.7],
    ['0,7', 'de', 0.7],
    ['.5', 'en', 0.5],
    ['1,000', 'en', 1000],
    ['1,000', 'de', 1],
    ['1.000', 'de', 1000],
    ['1.000', 'en', 1],
    ['1 000', 'fr', 1000],
    ['1\u202F000,5', 'fr', 1000.5],
    ['1’000.5', 'de-CH', 1000.5],
    ['−1.5', 'en', -1.5],
    ['0.7', 'en-US@posix', 0.7],
    ['٠٫٧', 'ar', 0.7],
    ['12.', 'en', 12],
    ['', 'en', null],
    ['-', 'en', null],
    ['abc', 'en', null],
    ['1e3', 'en', null],
    ['0x10', 'en', null],
    ['1.2.3', 'en', null],
    ['Infinity', 'en', null],
    ['9'.repeat(400), 'en', null],
  ])('%s in %s is %s', (typed, language, value) => {
    expect(readNumber(typed, language)).toBe(value);
  });

  it('is read back as it is written, in every language', () => {
    const languages = fc.constantFrom(
      'en',
      'de',
      'fr',
      'ar-EG',
      'hi',
      'fa',
      'sv',
      'de-CH',
      'bn',
      'en-US@posix',
      '',
    );
    const numbers = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((each) => each / 1000);
    fc.assert(
      fc.property(numbers, languages, (value, language) => {
        expect(readNumber(writeNumber(value, language), language)).toBeCloseTo(value, 6);
      }),
    );
  });

  it('is taken as it is, fitted into its range, or left out, and said so', () => {
    const range = { min: 0, max: 2, step: 0.1 };
    expect(takeNumber('0,7', 0.8, range, 'en')).toEqual({ value: 0.7, sentence: null });
    expect(takeNumber('7', 0.8, range, 'de')).toEqual({
      value: 2,
      sentence: 'A number from 0 to 2 is needed; 2 is used.',
    });
    expect(takeNumber('hot', 0.8, range, 'de')).toEqual({
      value: 0.8,
      sentence: 'A number from 0 to 2 is needed; 0,8 is used.',
    });
    expect(takeNumber('2.5', 1, { min: 1, max: 8, step: 1 }, 'en')).toEqual({
      value: 3,
      sentence: 'A whole number from 1 to 8 is needed; 3 is used.',
    });
  });
});
