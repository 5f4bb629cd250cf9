import { describe, expect, it } from 'vitest';
import { firstWords, lastWords, wrapWords } from './wrap-words.ts';

describe('words', () => {
  it('wraps between words, and splits what is longer than a line', () => {
    expect(wrapWords('one two  three\nfour', 8)).toEqual(['one two', 'three', 'four']);
    expect(wrapWords('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(wrapWords('  ', 4)).toEqual([]);
  });

  it('gives wide letters two columns', () => {
    expect(wrapWords('空は青い', 4)).toEqual(['空は', '青い']);
  });

  it('cuts between letters as readers see them, never within one', () => {
    expect(wrapWords('👩‍👩‍👧👩‍👩‍👧', 2)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
    expect(wrapWords('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301']);
  });

  it('leaves out marks that would tower over the box', () => {
    expect(wrapWords(`e${'\u0301'.repeat(400)} x`, 8)).toEqual([`e${'\u0301'.repeat(4)} x`]);
  });

  it('shows the first words, with an ellipsis for the rest', () => {
    const room = { columns: 8, lines: 2 };
    expect(firstWords('one two three', room)).toEqual(['one two', 'three']);
    expect(firstWords('one two three four five six', room)).toEqual(['one two', 'three…']);
    expect(firstWords('', room)).toEqual([]);
  });

  it('shows the last words of what is being written', () => {
    const room = { columns: 9, lines: 2 };
    expect(lastWords('one two', room)).toEqual(['one two']);
    const shown = lastWords('one two three four five six seven', room);
    expect(shown.at(-1)).toContain('seven');
    expect(shown[0]).toMatch(/^…/);
    expect(shown).toHaveLength(2);
  });
});
