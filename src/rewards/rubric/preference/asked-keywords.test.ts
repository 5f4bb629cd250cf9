import { expect, it } from 'vitest';
import { findKeywords } from './asked-keywords.ts';

const spansOfCues = () => [];

it('asks of each word once whether another check measures it, however many lists begin', () => {
  const asked: string[] = [];
  const isCue = (words: string): boolean => {
    asked.push(words);
    return true;
  };
  const wishes = Array.from({ length: 60 }, (_, place) => `mention pears${String(place)}`);
  expect(findKeywords(wishes.join(', '), { isCue, holdsCue: isCue, spansOfCues })).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
});

it('takes the words of a list to its end, and a list within it for a part of it', () => {
  const cues = { isCue: () => false, holdsCue: () => false, spansOfCues };
  const found = findKeywords('mention apples, mention pears. Use the word "sky"', cues);
  expect(found.map(({ keywords }) => keywords)).toEqual([['apples', 'mention pears'], ['sky']]);
});
