import { describe, expect, test } from 'vitest';
import { cutText, shortened } from './cut-text.ts';

describe('a text is cut between two letters', () => {
  test.each([
    ['of words', 'abcdef', 4, 'abcd'],
    ['that is short enough', 'abc', 3, 'abc'],
    ['within an emoji', 'ab👍🏽cd', 4, 'ab'],
    ['within a family', 'x👨‍👩‍👧‍👦y', 6, 'x'],
    ['within a flag', 'a🇩🇪b', 3, 'a'],
    ['before an accent', 'ae\u0301o', 2, 'a'],
    ['after it', 'ae\u0301o', 3, 'ae\u0301'],
    ['of Devanagari', 'नमस्ते', 4, 'नम'],
    ['of marks without end', `a${'\u0301'.repeat(500)}`, 5, `a${'\u0301'.repeat(4)}`],
    ['of one pair that has no room', '😀', 1, ''],
  ])('%s', (_, text, most, cut) => {
    expect(cutText(text, most)).toBe(cut);
  });

  test('and says that something is left out', () => {
    expect(shortened('abcdef', 3)).toBe('abc…');
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('a👍🏽b', 3, ' …')).toBe('a …');
  });
});
