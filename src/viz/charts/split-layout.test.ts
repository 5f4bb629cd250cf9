import { expect, it } from 'vitest';
import { splitLayout } from './split-layout.ts';

const frame = { left: 0, right: 80, top: 0, bottom: 100 };

it('places each split by its N0 and its reward, further up is better', () => {
  const layout = splitLayout([0, 1, 2, 1, 0], [2], frame);
  expect(layout.xs).toEqual([0, 20, 40, 60, 80]);
  expect(layout.ys).toEqual([100, 50, 0, 50, 100]);
  expect(layout.references).toEqual([0]);
  expect(layout.step).toBe(20);
});

it('joins neighbours alone, since what lies between is not known', () => {
  const { path, ys } = splitLayout([0, null, 2, 1, null], [], frame);
  expect(ys).toEqual([100, null, 0, 50, null]);
  // A lone point is a line to itself; the next two are joined.
  expect(path).toBe('M0,100ZM40,0L60,50');
});

it('has whole numbers of drafts alone below', () => {
  const ticks = (budget: number) =>
    splitLayout(
      Array.from({ length: budget + 1 }, () => null),
      [],
      frame,
    ).draftTicks.map(({ value }) => value);
  expect(ticks(1)).toEqual([0, 1]);
  expect(ticks(4)).toEqual([0, 1, 2, 3, 4]);
  expect(ticks(16)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16]);
  expect(ticks(128).every(Number.isInteger)).toBe(true);
});
