import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avalanche } from '../seeds.ts';
import { bradleyTerry, type PairwiseOutcome } from './bradley-terry.ts';
import { drawnVariances } from './drawn-variances.ts';

const won = (first: number, second: number, times: number): readonly PairwiseOutcome[] =>
  Array.from({ length: times }, () => ({ first, second, outcome: 'first' }));

const strengths = (comparisons: readonly PairwiseOutcome[], count: number): readonly number[] =>
  bradleyTerry(comparisons, count).map(({ strength }) => strength);

/** American League 1987, Eastern Division, wins by row over column (Agresti, “Categorical Data Analysis”). */
const BASEBALL = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
].flatMap((row, team) => row.flatMap((wins, other) => won(team, other, wins)));

const COUNT = 6;
const comparisonsOfSix: fc.Arbitrary<PairwiseOutcome[]> = fc.array(
  fc
    .record({
      first: fc.nat({ max: COUNT - 1 }),
      second: fc.nat({ max: COUNT - 1 }),
      outcome: fc.constantFrom('first', 'second', 'tie'),
    })
    .filter(({ first, second }) => first !== second),
  { maxLength: 30 },
);

describe('bradleyTerry', () => {
  it('fits the published baseball season', () => {
    const found = strengths(BASEBALL, 7);
    // Agresti's maximum likelihood, relative to Baltimore; the prior draws them in by less than 0.01.
    const published = [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0];
    published.forEach((value, team) => {
      expect(Math.abs((found[team] ?? 0) - (found[6] ?? 0) - value)).toBeLessThan(0.01);
    });
  });

  it('agrees with a general optimiser and the inverse of its curvature', () => {
    // Computed with scipy (BFGS on the same posterior) and numpy.
    const expected = [
      [0.529676, 0.405927],
      [0.385124, 0.399573],
      [0.243577, 0.395491],
      [0.196833, 0.394599],
      [0.057279, 0.393264],
      [-0.365425, 0.401288],
      [-1.047062, 0.454605],
    ] as const;
    bradleyTerry(BASEBALL, 7).forEach(({ strength, interval, comparisons, group }, team) => {
      const [value, reach] = expected[team] ?? [Number.NaN, Number.NaN];
      expect(strength).toBeCloseTo(value, 5);
      expect(interval?.low).toBeCloseTo(value - reach, 5);
      expect(interval?.high).toBeCloseTo(value + reach, 5);
      expect([comparisons, group]).toEqual([78, 0]);
    });
  });

  it('keeps an undefeated item finite, its interval wide', () => {
    const [winner, loser] = bradleyTerry(won(0, 1, 1), 2);
    expect(winner?.strength).toBeCloseTo(1.378102, 5);
    expect(loser?.strength).toBeCloseTo(-1.378102, 5);
    expect(winner?.interval?.low).toBeLessThan(0);
  });

  it('counts a tie as half a win for each', () => {
    const tie: PairwiseOutcome = { first: 0, second: 1, outcome: 'tie' };
    const both: readonly PairwiseOutcome[] = [...won(0, 1, 1), ...won(1, 0, 1)];
    expect(strengths([tie, tie], 2)).toEqual(strengths(both, 2));
    expect(strengths([tie], 2)).toEqual([0, 0]);
  });

  it('says nothing of an item that was never compared', () => {
    expect(bradleyTerry(won(0, 2, 2), 3)[1]).toEqual({
      strength: 0,
      interval: null,
      comparisons: 0,
      group: 1,
    });
    expect(bradleyTerry([], 0)).toEqual([]);
  });

  it('keeps groups apart that no comparison links', () => {
    const found = bradleyTerry([...won(0, 1, 3), ...won(3, 2, 3)], 4);
    expect(found.map(({ group }) => group)).toEqual([0, 0, 1, 1]);
    expect(found[0]?.strength).toBeCloseTo(found[3]?.strength ?? 0, 8);
    const [alone] = bradleyTerry(won(0, 1, 3), 2);
    expect(found[0]?.strength).toBeCloseTo(alone?.strength ?? 0, 8);
    expect(found[0]?.interval?.high).toBeCloseTo(alone?.interval?.high ?? 0, 8);
  });

  it('is as exact where items are linked by a long chain alone', () => {
    const count = 120;
    const chain = Array.from({ length: count - 1 }, (_, item) => won(item, item + 1, 1)).flat();
    const found = strengths(chain, count);
    found.forEach((strength, item) => {
      expect(strength + (found[count - 1 - item] ?? Number.NaN)).toBeCloseTo(0, 9);
    });
    expect(found).toEqual(found.toSorted((one, other) => other - one));
  });

  it('finds the strengths of thousands, and intervals that hold them', () => {
    const count = 3000;
    const uniform = (draw: number): number => avalanche(draw) / 2 ** 32;
    const known = Array.from({ length: count }, (_, item) => 3 * uniform(item) - 1.5);
    const centre = known.reduce((sum, value) => sum + value, 0) / count;
    // Each meets twelve others.
    const comparisons = Array.from({ length: 6 * count }, (_, index): PairwiseOutcome => {
      const [first, distance] = [index % count, 1 + Math.floor(index / count) * 237];
      const second = (first + distance) % count;
      const chance = 1 / (1 + Math.exp((known[second] ?? 0) - (known[first] ?? 0)));
      const won = uniform(count + index) < chance;
      return { first, second, outcome: won ? 'first' : 'second' };
    });
    const held = bradleyTerry(comparisons, count, drawnVariances).filter(({ interval }, item) => {
      const value = (known[item] ?? 0) - centre;
      return interval !== null && interval.low <= value && value <= interval.high;
    });
    // 95 %, and a little more where the prior draws the strengths in.
    expect(held.length / count).toBeGreaterThan(0.94);
    expect(held.length / count).toBeLessThan(0.98);
  });

  it('refuses items that are not counted, and an item against itself', () => {
    expect(() => bradleyTerry(won(0, 2, 1), 2)).toThrow(RangeError);
    expect(() => bradleyTerry(won(1, 1, 1), 2)).toThrow(RangeError);
  });

  it('gives every group mean 0, finite, the strength within its interval', () => {
    fc.assert(
      fc.property(comparisonsOfSix, (comparisons) => {
        const found = bradleyTerry(comparisons, COUNT);
        for (const { group, strength, interval, comparisons: met } of found) {
          const members = found.filter((other) => other.group === group);
          expect(members.reduce((sum, other) => sum + other.strength, 0)).toBeCloseTo(0, 8);
          expect(interval === null).toBe(met === 0);
          if (interval === null) continue;
          expect(Number.isFinite(interval.high)).toBe(true);
          expect(interval.low).toBeLessThan(strength);
          expect(interval.high).toBeGreaterThan(strength);
        }
      }),
    );
  });

  it('turns with the outcomes, and does not mind order or side', () => {
    const turned = { first: 'second', second: 'first', tie: 'tie' } as const;
    fc.assert(
      fc.property(comparisonsOfSix, (comparisons) => {
        const found = strengths(comparisons, COUNT);
        const other = strengths(
          comparisons.map((one) => ({ ...one, outcome: turned[one.outcome] })),
          COUNT,
        );
        const sides = [...comparisons].reverse().map(({ first, second, outcome }) => ({
          first: second,
          second: first,
          outcome: turned[outcome],
        }));
        strengths(sides, COUNT).forEach((strength, item) => {
          expect(strength).toBeCloseTo(found[item] ?? Number.NaN, 6);
          expect(other[item]).toBeCloseTo(-strength, 6);
        });
      }),
    );
  });

  it('orders by wins where everyone met everyone', () => {
    const outcomes = fc.array(fc.constantFrom('first', 'second', 'tie'), {
      minLength: 15,
      maxLength: 15,
    });
    fc.assert(
      fc.property(outcomes, (all) => {
        const wins = new Array<number>(COUNT).fill(0);
        const pairs = wins.flatMap((_, first) =>
          wins.flatMap((_wins, second) => (second > first ? [{ first, second }] : [])),
        );
        const comparisons = pairs.map((pair, index) => ({ ...pair, outcome: all[index] ?? 'tie' }));
        for (const { first, second, outcome } of comparisons) {
          wins[first] = (wins[first] ?? 0) + { first: 1, second: 0, tie: 0.5 }[outcome];
          wins[second] = (wins[second] ?? 0) + { first: 0, second: 1, tie: 0.5 }[outcome];
        }
        const found = strengths(comparisons, COUNT);
        for (const { first, second } of pairs) {
          const [one, other] = [wins[first] ?? 0, wins[second] ?? 0];
          const difference = (found[first] ?? 0) - (found[second] ?? 0);
          if (one === other) expect(difference).toBeCloseTo(0, 6);
          else expect(Math.sign(difference)).toBe(Math.sign(one - other));
        }
      }),
    );
  });
});
