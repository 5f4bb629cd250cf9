import { expect, test } from 'vitest';
import { spreadSample } from './spread-sample.ts';

test('a sample has the size asked for, no place twice, and places from every stretch', () => {
  const sample = spreadSample(366, 40);
  expect(sample).toHaveLength(40);
  for (const [stretch, place] of sample.entries()) {
    expect(place).toBeGreaterThanOrEqual(Math.floor((stretch * 366) / 40));
    expect(place).toBeLessThan(Math.floor(((stretch + 1) * 366) / 40));
  }
  expect(new Set(sample).size).toBe(40);
});

test('the same sample is drawn every time, not every n-th place', () => {
  const sample = spreadSample(1000, 10);
  expect(spreadSample(1000, 10)).toEqual(sample);
  expect(new Set(sample.map((place) => place % 100)).size).toBeGreaterThan(5);
});

test('a list that is no longer than the sample comes whole', () => {
  expect(spreadSample(3, 3)).toEqual([0, 1, 2]);
  expect(spreadSample(2, 40)).toEqual([0, 1]);
});
