import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from './bradley-terry.ts';
import { comparisonSchedule, type ScheduledPair } from './comparison-schedule.ts';

function meetingsOf(pairs: readonly ScheduledPair[], count: number) {
  const meetings = Array.from({ length: count }, () => new Map<number, number>());
  for (const { first, second } of pairs) {
    meetings[first]?.set(second, 1);
    meetings[second]?.set(first, 1);
  }
  return meetings;
}

describe('comparisonSchedule', () => {
  it('is a circle for two comparisons of each', () => {
    expect(comparisonSchedule(4, 2)).toEqual([
      { first: 0, second: 1 },
      { first: 1, second: 2 },
      { first: 2, second: 3 },
      { first: 3, second: 0 },
    ]);
  });

  it('is all pairs where that is asked for or more', () => {
    expect(comparisonSchedule(6, 5)).toHaveLength(15);
    expect(comparisonSchedule(6, 99)).toHaveLength(15);
    expect(comparisonSchedule(3, 2)).toHaveLength(3);
    expect(comparisonSchedule(2, 1)).toEqual([{ first: 0, second: 1 }]);
    expect(comparisonSchedule(1, 3)).toEqual([]);
    expect(comparisonSchedule(0, 3)).toEqual([]);
  });

  it('adds the distance that shortens the chains most', () => {
    // On a circle of 16, distance 4 leaves any two items at most four steps apart; distance 2 would leave them further.
    const added = comparisonSchedule(16, 4)[16];
    expect(added?.first).toBe(0);
    expect(added?.second).toBeGreaterThan(2);
  });

  it('refuses what are no counts', () => {
    expect(() => comparisonSchedule(2.5, 2)).toThrow(RangeError);
    expect(() => comparisonSchedule(4, 0)).toThrow(RangeError);
  });

  it('lets every item meet as many, none twice, all linked, the sides fair', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (count, asked) => {
          const pairs = comparisonSchedule(count, asked);
          const wanted = Math.min(count - 1, Math.max(2, asked));
          const each = count % 2 === 1 && wanted % 2 === 1 ? wanted + 1 : wanted;
          const meetings = meetingsOf(pairs, count);
          expect(meetings.map(({ size }) => size)).toEqual(meetings.map(() => each));
          expect(pairs).toHaveLength((count * each) / 2);
          expect(new Set(groupsOf(meetings)).size).toBe(1);
          for (let item = 0; item < count; item += 1) {
            const shownFirst = pairs.filter(({ first }) => first === item).length;
            expect(Math.abs(2 * shownFirst - each)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
