import { expect, it } from 'vitest';
import { Subject } from './observable.ts';

it('tells listeners when the schedule says, and at once of what a person did', () => {
  const flushes: (() => void)[] = [];
  const subject = new Subject(0, (flush) => {
    flushes.push(flush);
  });
  const told: number[] = [];
  subject.subscribe(() => {
    told.push(subject.getSnapshot());
  });
  subject.set(1);
  subject.set(2);
  expect(told).toEqual([]);
  expect(flushes).toHaveLength(1);
  subject.setAtOnce(3);
  expect(told).toEqual([3]);
  flushes[0]?.();
  expect(told).toEqual([3, 3]);
});
