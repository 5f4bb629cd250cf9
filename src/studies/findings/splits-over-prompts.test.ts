import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growTree, makeArm, plantTree } from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import type { RunFacts } from './run-facts.ts';
import { splitFactsOf } from './split-facts.ts';
import { splitMapOverPrompts } from './split-map.ts';
import { type SplitReading, splitNames, splitsOverPrompts } from './splits-over-prompts.ts';
import { literalFacts } from './testing/literal-facts.ts';

const rewards = fc.array(fc.option(fc.integer({ min: -9, max: 9 }), { freq: 4 }), {
  minLength: 3,
  maxLength: 3,
});

let copy = 0;
function runWith(prompt: string, inOrder: readonly (number | null)[]): RunFacts {
  const run = literalFacts({ prompt, arms: { 'Rand 1': [copy++] } });
  const overOrders = inOrder.map(() => null);
  return { ...run, splits: [{ name: 'PRS', budget: 2, inOrder, overOrders, pool: null }] };
}

const someRuns = fc
  .array(fc.tuple(fc.constantFrom('One?', 'Two?', 'Three?'), rewards), { minLength: 1 })
  .map((rows) => rows.map(([prompt, inOrder]) => runWith(prompt, inOrder)));

const read = (runs: readonly RunFacts[], reading: SplitReading = 'inOrder') =>
  splitsOverPrompts({ runs, name: 'PRS', budget: 2, reading });

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('splits over prompts', () => {
  it('are the means counted by hand, and null wherever one run lacks the split', () => {
    fc.assert(
      fc.property(someRuns, (runs) => {
        const { splits, prompts } = read(runs);
        const names = [...new Set(runs.map(({ prompt }) => prompt))];
        expect(prompts).toBe(names.length);
        for (const { drafts, reward, sampled } of splits) {
          const byPrompt = names.map((name) =>
            runs
              .filter(({ prompt }) => prompt === name)
              .map((run) => run.splits[0]?.inOrder[drafts] ?? null),
          );
          const whole = byPrompt.filter((its) => !its.includes(null));
          expect(sampled).toBe(whole.length);
          if (whole.length < names.length) expect(reward).toBeNull();
          else
            expect(reward?.mean).toBeCloseTo(
              meanOf(whole.map((its) => meanOf(its.flatMap((each) => each ?? [])))),
              10,
            );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are the same for the runs in any order, and for copies of them', () => {
    fc.assert(
      fc.property(someRuns, (runs) => {
        expect(read([...runs.toReversed(), ...runs])).toEqual(read(runs));
      }),
      { numRuns: 25 },
    );
  });

  it('leave out runs of one split alone', () => {
    const runs = [literalFacts({ arms: { 'PRS 1/1': [1, 2] } })];
    expect(read(runs)).toEqual({ prompts: 0, splits: [] });
    expect(splitNames([...runs, runWith('One?', [1, 2, 3])], 2)).toEqual(['PRS']);
  });
});

it('reads of a run what its splits give, and of a pool what it gives over all orders', async () => {
  const plan = fakePlan(
    [0, 1, 2].map((n0) => ({ ...makeArm('prs', 2, [n0, 2 - n0]), id: `p${String(n0)}` })),
  );
  const planted = plantTree(fakeHeader(plan));
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const { events } = await runToEnd(planted, policy, rewardModel);
  const tree = events.reduce(growTree, planted);
  const [facts, ...others] = splitFactsOf(tree);
  expect(others).toEqual([]);
  expect(facts).toMatchObject({ name: 'PRS', budget: 2 });
  const winners = tree.arms.map(({ nodes, winnerId }) => {
    const scoring = nodes.find(({ id }) => id === winnerId)?.scoring;
    return scoring?.status === 'scored' ? scoring.reward.value : null;
  });
  expect(facts?.inOrder).toEqual(winners);
  // The second draft is longer and was never refined, so a split of one draft may have an anchor that lacks its refinement.
  expect(facts?.overOrders).toEqual([null, null, winners[2]]);
  const run = { ...literalFacts({ arms: {} }), splits: facts === undefined ? [] : [facts] };
  const asked = {
    runs: [run],
    name: 'PRS',
    budget: 2,
    reading: 'inOrder',
    measure: 'reward',
  } as const;
  const { cells } = splitMapOverPrompts(asked);
  const whole = cells.filter(({ budget }) => budget === 2);
  expect(whole.map(({ figure }) => figure?.mean ?? null)).toEqual(winners);
  expect(splitFactsOf(plantTree(fakeHeader(fakePlan([makeArm('prs', 2, [1, 1])]))))).toEqual([]);
});

it('holds splits against the highest on the same prompts, where their own bands overlap', () => {
  const runs = [0, 40, 80, 120].map((level) =>
    runWith(`${String(level)}?`, [level - 1, level, level + 0.5]),
  );
  const { splits } = read(runs);
  const [none, half, all] = splits;
  expect(half?.reward?.interval?.high).toBeGreaterThan(all?.reward?.interval?.low ?? NaN);
  expect(half?.belowBest).toEqual({ mean: 0.5, interval: { low: 0.5, high: 0.5 } });
  expect(none?.belowBest?.mean).toBe(1.5);
  expect(all?.belowBest).toBeNull();
});
