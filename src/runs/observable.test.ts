import { expect, it } from 'vitest';
import { selectFrom, Subject } from './observable.ts';

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

it('tells those who watch a part of it only when that part is another', () => {
  const subject = new Subject({ state: 'running', words: 0 }, (flush) => {
    flush();
  });
  const state = selectFrom(subject, (value) => value.state);
  const told: string[] = [];
  const end = state.subscribe(() => {
    told.push(state.getSnapshot());
  });
  subject.set({ state: 'running', words: 1 });
  expect(told).toEqual([]);
  subject.set({ state: 'finished', words: 1 });
  subject.set({ state: 'finished', words: 2 });
  expect(told).toEqual(['finished']);
  end();
  subject.set({ state: 'failed', words: 2 });
  expect(told).toEqual(['finished']);
});
