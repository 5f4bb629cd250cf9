import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunFacts } from './run-facts.ts';
import type { ScoredDraw, SplitPool } from './split-facts.ts';
import {
  comparedCells,
  isBestPartlyLuck,
  splitMapOverPrompts,
  type SplitMapRequest,
} from './split-map.ts';
import { literalFacts } from './testing/literal-facts.ts';

const draw = (reward: number): ScoredDraw => ({ reward, reported: reward });

interface LiteralPool {
  readonly drafts: readonly number[];
  /** By draft; none where it was never refined. */
  readonly refinements?: readonly (readonly number[])[];
  readonly ofGreedyAnchor?: readonly number[];
}

function poolOf({ drafts, refinements = [], ofGreedyAnchor = [] }: LiteralPool): SplitPool {
  return {
    drafts: drafts.map(draw),
    refinements: drafts.map((_, place) => (refinements[place] ?? []).map(draw)),
    ofGreedyAnchor: ofGreedyAnchor.map(draw),
  };
}

let copy = 0;
function runWith(prompt: string, pool: SplitPool): RunFacts {
  const budget = pool.drafts.length;
  const unknown = Array.from({ length: budget + 1 }, () => null);
  const run = literalFacts({ prompt, arms: { 'Rand 1': [copy++] } });
  return { ...run, splits: [{ name: 'PRS', budget, inOrder: unknown, overOrders: unknown, pool }] };
}

const read = (runs: readonly RunFacts[], asked: Partial<SplitMapRequest> = {}) =>
  splitMapOverPrompts({
    ...{ runs, name: 'PRS', budget: runs[0]?.splits[0]?.budget ?? 1 },
    ...{ reading: 'inOrder', measure: 'reward', ...asked },
  });

/** By split: "1/2". */
const meansOf = ({ cells }: ReturnType<typeof read>) =>
  Object.fromEntries(
    cells.map(({ budget, drafts, figure }) => [
      `${String(drafts)}/${String(budget - drafts)}`,
      figure?.mean ?? null,
    ]),
  );

const rewards = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 4 });
const somePools = fc
  .record({
    drafts: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
    refinements: fc.array(rewards, { minLength: 4, maxLength: 4 }),
    ofGreedyAnchor: rewards,
  })
  .map(poolOf);

describe('splits of every budget', () => {
  it('are read by hand, and none is guessed', () => {
    const pool = poolOf({ drafts: [1, 3, 2], refinements: [[0, 5], [4]], ofGreedyAnchor: [2, 1] });
    const map = read([runWith('One?', pool)]);
    expect(map.budgets).toEqual([1, 2, 3]);
    expect(meansOf(map)).toEqual({
      ...{ '0/1': 2, '1/0': 1 },
      // The best draft of one isn't refined below itself; the second is the anchor of two and of three.
      ...{ '0/2': 2, '1/1': 1, '2/0': 3 },
      ...{ '0/3': null, '1/2': 5, '2/1': 4, '3/0': 3 },
    });
    expect(map.cells.find(({ budget, drafts }) => budget === 3 && drafts === 0)?.sampled).toBe(0);
  });

  it('gain what they have above as many drafts alone, which gain nothing', () => {
    const pool = poolOf({ drafts: [1, 3], refinements: [[6], []], ofGreedyAnchor: [2, 2] });
    expect(meansOf(read([runWith('One?', pool)], { measure: 'gain' }))).toEqual({
      ...{ '0/1': 1, '1/0': 0 },
      ...{ '0/2': -1, '1/1': 3, '2/0': 0 },
    });
  });

  it('are what their winners are by the scorer that reports, chosen by the other', () => {
    const drafts = [
      { reward: 1, reported: 7 },
      { reward: 2, reported: -7 },
    ];
    const refinements = [[{ reward: 3, reported: 0 }], []];
    const runs = [runWith('One?', { drafts, refinements, ofGreedyAnchor: [] })];
    expect(meansOf(read(runs))).toEqual({
      ...{ '0/1': null, '1/0': 7 },
      ...{ '0/2': null, '1/1': 0, '2/0': -7 },
    });
    expect(Object.values(meansOf(read(runs, { reading: 'overOrders' })))).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it('over all orders are the mean of what each order of the drafts gives', () => {
    fc.assert(
      fc.property(somePools, rewards, ({ drafts, ofGreedyAnchor }, others) => {
        // One refinement each: a choice among several is none of the orders.
        const refinements = drafts.map((_, place) => [draw(others[place] ?? 0)]);
        const expected = read([runWith('One?', { drafts, refinements, ofGreedyAnchor })], {
          reading: 'overOrders',
        });
        const orders = ordersOf([0, 1, 2, 3]).map((order) => {
          const pool = {
            drafts: order.map((place) => drafts[place] ?? draw(0)),
            refinements: order.map((place) => refinements[place] ?? []),
            ofGreedyAnchor,
          };
          return meansOf(read([runWith('One?', pool)]));
        });
        for (const split of ['1/0', '3/0', '1/1', '2/1', '3/1', '1/2']) {
          const means = orders.map((each) => each[split] ?? null);
          const whole = means.filter((mean) => mean !== null);
          const mean = whole.reduce((sum, each) => sum + each, 0) / whole.length;
          if (whole.length < means.length) expect(meansOf(expected)[split]).toBeNull();
          else expect(meansOf(expected)[split]).toBeCloseTo(mean, 9);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('have a figure where every run of every prompt has one, and none elsewhere', () => {
    fc.assert(
      fc.property(somePools, somePools, somePools, (one, two, three) => {
        const [first, second, third] = [
          runWith('One?', one),
          runWith('One?', two),
          runWith('Two?', three),
        ];
        const [alone, beside, other] = [first, second, third].map((run) => meansOf(read([run])));
        const all = read([third, first, second]);
        expect(all.prompts).toBe(2);
        for (const [split, mean] of Object.entries(meansOf(all))) {
          const means = [alone?.[split], beside?.[split], other?.[split]];
          if (means.includes(null)) expect(mean).toBeNull();
          else {
            const [a = 0, b = 0, c = 0] = means.map(Number);
            expect(mean).toBeCloseTo(((a + b) / 2 + c) / 2, 9);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('have rows in even steps where budgets are many, the last of them N', () => {
    const pool = poolOf({ drafts: Array.from({ length: 100 }, (_, place) => place) });
    const { budgets, cells } = read([runWith('One?', pool)]);
    expect(budgets.length).toBeLessThanOrEqual(32);
    expect(budgets.at(-1)).toBe(100);
    expect(new Set(budgets.slice(1).map((each, at) => each - (budgets[at] ?? 0))).size).toBe(1);
    expect(Math.min(...budgets)).toBeGreaterThan(0);
    expect(cells.every(({ budget, drafts }) => drafts <= budget)).toBe(true);
  });

  it('are told to be many for so few prompts, those without a figure not counted', () => {
    const pool = poolOf({ drafts: [1, 3], refinements: [[0], [4]] });
    const over = (prompts: number) =>
      read(Array.from({ length: prompts }, (_, at) => runWith(`Prompt ${String(at)}`, pool)));
    // 1/0, 2/0 and 1/1; the greedy anchor was never refined.
    expect(comparedCells(over(2))).toBe(3);
    expect(isBestPartlyLuck(over(2))).toBe(true);
    expect(isBestPartlyLuck(over(3))).toBe(false);
    expect(isBestPartlyLuck(read([runWith('One?', poolOf({ drafts: [1] }))]))).toBe(false);
  });

  it('of no run are none', () => {
    expect(read([])).toEqual({ prompts: 0, budgets: [1], cells: [] });
  });
});

function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
