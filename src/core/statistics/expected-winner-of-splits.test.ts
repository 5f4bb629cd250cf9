import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfK } from './best-of-k.ts';
import { expectedWinners, type RefinedPool } from './expected-winner-of-splits.ts';

const ordersOf = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
      );

const subsetsOf = (items: readonly number[], size: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** items.length }, (_, bits) =>
    items.filter((_item, index) => (bits >> index) & 1),
  ).filter(({ length }) => length === size);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The procedure itself in every order: the first of the best drafts is the anchor, and any choice of its refinements follows. */
function byAllOrders({ drafts, refinements }: RefinedPool, first: number, second: number) {
  const outcomes = ordersOf(drafts.map((_, draft) => draft)).map((order) => {
    const drawn = order.slice(0, first);
    const most = Math.max(...drawn.map((draft) => drafts[draft] ?? 0));
    const anchor = drawn.find((draft) => drafts[draft] === most) ?? 0;
    const choices = subsetsOf(refinements[anchor] ?? [], second);
    const winners = choices.map((chosen) => Math.max(most, ...chosen));
    return { anchor, most, winner: winners.length === 0 ? null : meanOf(winners) };
  });
  const lacking = outcomes.filter(({ winner }) => winner === null);
  return {
    atLeast: meanOf(outcomes.map(({ most, winner }) => winner ?? most)),
    unsampled: lacking.length / outcomes.length,
    chanceOfLacking: (draft: number) =>
      lacking.filter(({ anchor }) => anchor === draft).length / outcomes.length,
  };
}

const reward = fc.integer({ min: -4, max: 4 });
const pools = fc
  .array(fc.tuple(reward, fc.array(reward, { maxLength: 5 })), { minLength: 1, maxLength: 6 })
  .map((anchors): RefinedPool => ({
    drafts: anchors.map(([own]) => own),
    refinements: anchors.map(([, refinements]) => refinements),
  }));

describe('the expected winner of every split', () => {
  it('is that of a pool by hand', () => {
    // With (1, 2) the anchor is 0 or 2, and 0 is refined to 1 and 5; with (2, 1) it is 2, refined to 1, 3 or 4; (3, 0) has no third draft.
    const { splits, lacking } = expectedWinners(
      {
        drafts: [2, 0],
        refinements: [
          [1, 3, 4],
          [1, 5],
        ],
      },
      3,
    );
    // Two of 1, 3, 4: 3, 4 and 4.
    expect(splits[0]?.winner).toBeCloseTo((5 + (3 + 4 + 4) / 3) / 2, 12);
    expect(splits[1]?.winner).toBeCloseTo((2 + 3 + 4) / 3, 12);
    expect(splits).toHaveLength(2);
    expect(lacking).toEqual([]);
  });

  it('marks what was not sampled, and says which anchor weighs most', () => {
    const { splits, lacking } = expectedWinners(
      { drafts: [1, 2, 3], refinements: [[], [9], [4, 5]] },
      3,
    );
    expect(splits).toEqual([
      { drafts: 1, refinements: 2, winner: null, atLeast: (1 + 2 + 5) / 3, unsampled: 2 / 3 },
      { drafts: 2, refinements: 1, winner: 6, atLeast: 6, unsampled: 0 },
      { drafts: 3, refinements: 0, winner: 3, atLeast: 3, unsampled: 0 },
    ]);
    expect(lacking).toEqual([
      { draft: 0, chance: 1 / 3, refinements: 2 },
      { draft: 1, chance: 1 / 3, refinements: 1 },
    ]);
  });

  it('is what all orders give, ties and lacks included', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 7 }), (pool, budget) => {
        const { splits, lacking } = expectedWinners(pool, budget);
        expect(splits).toHaveLength(Math.min(budget, pool.drafts.length));
        const chances = pool.drafts.map(() => 0);
        for (const { drafts, refinements, winner, atLeast, unsampled } of splits) {
          expect(drafts + refinements).toBe(budget);
          const expected = byAllOrders(pool, drafts, refinements);
          expect(atLeast).toBeCloseTo(expected.atLeast, 9);
          expect(unsampled).toBeCloseTo(expected.unsampled, 9);
          expect(winner).toBe(expected.unsampled === 0 ? atLeast : null);
          chances.forEach((chance, draft) => {
            chances[draft] = chance + expected.chanceOfLacking(draft);
          });
        }
        for (const { draft, chance } of lacking) expect(chance).toBeCloseTo(chances[draft] ?? 0, 9);
        expect(lacking).toHaveLength(chances.filter((chance) => chance > 0).length);
        lacking.slice(1).forEach(({ chance }, index) => {
          expect(chance).toBeLessThanOrEqual(lacking[index]?.chance ?? 0);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('has nothing lacking once each anchor has the refinements that it asks for', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 7 }), (pool, budget) => {
        const wanted = new Map(
          expectedWinners(pool, budget).lacking.map(({ draft, refinements }) => [
            draft,
            refinements,
          ]),
        );
        const refinements = pool.refinements.map((own, draft) => [
          ...own,
          ...new Array<number>(wanted.get(draft) ?? 0).fill(0),
        ]);
        const { splits, lacking } = expectedWinners({ ...pool, refinements }, budget);
        expect(lacking).toEqual([]);
        expect(splits.every(({ winner }) => winner !== null)).toBe(true);
      }),
    );
  });

  it('is no less than the best of its drafts, also where they are thousands', () => {
    const drafts = Array.from({ length: 5000 }, (_, index) => index + 1);
    const refinements = drafts.map(() => []);
    const budget = drafts.length;
    const { splits } = expectedWinners({ drafts, refinements }, budget);
    const curve = bestOfK(drafts, drafts);
    for (const { drafts: k, atLeast } of splits.filter(({ drafts: k }) => k % 97 === 1))
      expect(atLeast).toBeCloseTo(curve[k - 1]?.selecting ?? Number.NaN, 6);
    expect(splits.at(-1)?.winner).toBe(budget);
    expect(splits.at(-2)?.winner).toBeNull();
    expect(splits.at(-2)?.unsampled).toBeCloseTo(1, 12);
  });

  it('refuses what is no budget, and refinements of no draft', () => {
    const pool = { drafts: [1], refinements: [[]] };
    expect(() => expectedWinners(pool, 0)).toThrow(RangeError);
    expect(() => expectedWinners(pool, 1.5)).toThrow(RangeError);
    expect(() => expectedWinners({ ...pool, refinements: [] }, 1)).toThrow(RangeError);
    expect(expectedWinners({ drafts: [], refinements: [] }, 4)).toEqual({
      splits: [],
      lacking: [],
    });
  });
});
