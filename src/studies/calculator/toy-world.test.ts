import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avalanche } from '../../core/index.ts';
import { expectedExcess, expectedMaximum, normalShare } from './normal-maxima.ts';
import {
  bestOfDrafts,
  bestOfSplit,
  bestToySplit,
  splitsAtEqualN,
  splitsAtEqualTokens,
  type ToyWorld,
} from './toy-world.ts';

const WORLD: ToyWorld = { deviation: 1, gain: 0.5, spread: 1, usable: 1 };

/** In [0, 1), the same for the same seed. */
function uniformFrom(seed: number): () => number {
  let drawn = 0;
  return () => avalanche(avalanche(seed) ^ drawn++) / 2 ** 32;
}

/** Standard normal draws by Box and Muller. */
function normalFrom(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

interface Simulated {
  readonly mean: number;
  readonly error: number;
}

const RUNS = 2000;

/** The procedure itself, many times over: drafts, the best of them as the anchor, one feedback, refinements, the winner. */
function simulate(world: ToyWorld, first: number, second: number, seed: number): Simulated {
  const uniform = uniformFrom(seed);
  const normal = normalFrom(uniform);
  const winners = Array.from({ length: RUNS }, () => {
    const drafts = Array.from({ length: Math.max(1, first) }, () => world.deviation * normal());
    const anchor = Math.max(...drafts);
    const gain = uniform() < world.usable ? world.gain : 0;
    const refinements = Array.from(
      { length: second },
      () => anchor + gain + world.spread * normal(),
    );
    return Math.max(...(first === 0 ? [] : drafts), ...refinements);
  });
  const mean = winners.reduce((sum, each) => sum + each, 0) / RUNS;
  const variance = winners.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (RUNS - 1);
  return { mean, error: Math.sqrt(variance / RUNS) };
}

const quarters = (least: number, most: number) =>
  fc.integer({ min: 4 * least, max: 4 * most }).map((count) => count / 4);

// In quarters, so that nothing is so rare that it matters and no simulation meets it.
const worlds = fc
  .record({
    deviation: quarters(0, 3),
    gain: quarters(-3, 3),
    spread: quarters(0, 3),
    usable: quarters(0, 1),
  })
  .map((world) => ({ ...world, deviation: Math.max(0.5, world.deviation) }));

describe('the maximum of normal draws', () => {
  it('has the values that are known', () => {
    expect(expectedMaximum(1)).toBeCloseTo(0, 9);
    expect(expectedMaximum(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 9);
    expect(expectedMaximum(3)).toBeCloseTo(1.5 / Math.sqrt(Math.PI), 9);
    // Harter 1961, to five decimals.
    expect(expectedMaximum(10)).toBeCloseTo(1.53875, 5);
    expect(expectedMaximum(100)).toBeCloseTo(2.50759, 5);
    expect(normalShare(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalShare(-9)).toBe(0);
  });

  it('lies above a threshold by half a normal density where it is one draw above 0', () => {
    expect(expectedExcess(1, 0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 7);
    expect(expectedExcess(3, -20)).toBeCloseTo(20 + expectedMaximum(3), 9);
    expect(expectedExcess(3, 20)).toBe(0);
  });
});

describe('a toy world', () => {
  it('gives what simulating it gives', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.nat(),
        (world, first, more, seed) => {
          const second = first === 0 ? more + 1 : more;
          const { mean, error } = simulate(world, first, second, seed);
          const expected = bestOfSplit(world, first, second);
          // The anchor of no drafts is drawn in the simulation and stands at its mean here.
          expect(Math.abs(mean - expected)).toBeLessThan(6 * error + 1e-9);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has all drafts as its last split, whatever refining does', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 24 }), (world, budget) => {
        const alone = bestOfDrafts(world, budget);
        expect(splitsAtEqualN(world, budget).at(-1)?.best).toBeCloseTo(alone, 12);
        const costs = { refinement: 1.5, feedback: 2 };
        expect(splitsAtEqualTokens(world, budget, costs).at(-1)).toEqual({
          ...{ drafts: budget, refinements: 0 },
          best: bestOfSplit(world, budget, 0),
        });
      }),
      { numRuns: 30 },
    );
  });

  it('never spends more than the tokens of N drafts, nor leaves room for a refinement', () => {
    const costs = fc.record({
      refinement: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
      feedback: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), costs, (budget, { refinement, feedback }) => {
        const splits = splitsAtEqualTokens(WORLD, budget, { refinement, feedback });
        expect(splits).toHaveLength(budget + 1);
        for (const { drafts, refinements, best } of splits) {
          const spent = Math.max(1, drafts) + feedback + refinement * refinements;
          if (refinements > 0) expect(spent).toBeLessThanOrEqual(budget + 1e-6);
          expect(spent + refinement).toBeGreaterThan(budget);
          expect(best === null).toBe(refinements === 0 && drafts < budget);
        }
      }),
    );
  });

  it('is split where it pays: nowhere if refining harms, early if it gains much', () => {
    const best = (world: Partial<ToyWorld>) =>
      bestToySplit(splitsAtEqualN({ ...WORLD, ...world }, 16))?.drafts;
    expect(best({ gain: -9, spread: 0.1 })).toBe(16);
    expect(best({ gain: 1, spread: 1 })).toBeLessThan(16);
    expect(best({ gain: 0, spread: 0 })).toBe(16);
    expect(bestToySplit([])).toBeNull();
    // Costly refinements leave drafts alone at equal tokens.
    const dear = splitsAtEqualTokens(WORLD, 16, { refinement: 20, feedback: 0 });
    expect(bestToySplit(dear)?.drafts).toBe(16);
  });
});
