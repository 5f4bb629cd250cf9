import { describe, expect, test } from 'vitest';
import {
  nonAnswerPairs,
  otherQuestionPairs,
  shuffledPairs,
  shuffleWords,
} from './fooling-pairs.ts';

const row = (id: string, preferenceId: string) => ({
  ...{ id, preferenceId, preference: `z of ${id}`, prompt: `x of ${id}` },
  ...{ honours: `one two three\nfour ${id}`, dishonours: `other ${id}` },
});
const rows = [row('a', 'brief'), row('b', 'brief'), row('c', 'alone')];

describe('pairs made to fool a scorer', () => {
  test('hold a text that says nothing against the honouring answer, by turns', () => {
    const pairs = nonAnswerPairs(['No.', 'Hm.'])(rows);
    expect(pairs.map(({ worse }) => worse)).toEqual(['No.', 'Hm.', 'No.']);
    expect(pairs[0]).toMatchObject({ prompt: 'x of a', better: rows[0]?.honours });
  });

  test('hold a shuffled honouring answer against the coherent other one', () => {
    const [pair] = shuffledPairs(rows);
    expect(pair?.better).toBe('other a');
    expect(pair?.worse.split(/\s/).toSorted()).toEqual(rows[0]?.honours.split(/\s/).toSorted());
  });

  test('hold an answer to another question of the same kind against one that answers', () => {
    const pairs = otherQuestionPairs(rows);
    expect(pairs.map(({ better, worse }) => [better, worse])).toEqual([
      ['other a', rows[1]?.honours],
      ['other b', rows[0]?.honours],
    ]);
  });
});

test('words are shuffled the same way each time, and lines keep their number of words', () => {
  const text = 'one two three four\nfive six';
  expect(shuffleWords(text)).toBe(shuffleWords(text));
  expect(shuffleWords(text)).not.toBe(text);
  expect(
    shuffleWords(text)
      .split('\n')
      .map((line) => line.split(' ').length),
  ).toEqual([4, 2]);
});
