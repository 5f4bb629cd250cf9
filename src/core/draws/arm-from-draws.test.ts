import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArm } from '../plan/make-arm.ts';
import type { ArmKind } from '../plan/arms.ts';
import type { GenerationRequest } from '../policy.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../testing/fake-run.ts';
import { plantTree } from '../tree/grow-tree-from-events.ts';
import { rewardOf, textOf } from '../tree/find-in-tree.ts';
import type { ArmTree, SamplingTree } from '../tree/sampling-tree.ts';
import { armFromDraws } from './arm-from-draws.ts';
import { SharedDraws } from './shared-draws.ts';

const KINDS = ['prs', 'prs-without-feedback', 'prs-feedback-each', 'tpo'] as const;

/** A pool of one arm kind: for each first N0 with a new anchor, all the refinements that any budget up to N can need. */
async function samplePool(kind: ArmKind, budget: number, seed: number): Promise<SamplingTree> {
  const splits = Array.from({ length: budget }, (_, index) => [index + 1, budget - index - 1]);
  return sample([kind], splits, seed);
}

async function sample(
  kinds: readonly ArmKind[],
  splits: readonly (readonly number[])[],
  seed: number,
): Promise<SamplingTree> {
  const arms = kinds.flatMap((kind) =>
    splits.map((split) => {
      const budget = split.reduce((sum, part) => sum + part, 0);
      return { ...makeArm(kind, budget, split), id: `${kind}-${split.join('-')}` };
    }),
  );
  const planted = plantTree(fakeHeader(fakePlan(arms, { seed })));
  const { tree } = await runToEnd(planted, fakePolicy(answer), rewardByText);
  return tree;
}

/** Depends on all that was asked, so that a wrong anchor or feedback changes the text. */
const answer = ({ messages, seed }: GenerationRequest): string => {
  const asked = Array.from(JSON.stringify(messages)).reduce(
    (hash, character) => (hash * 31 + character.charCodeAt(0)) % 9973,
    seed % 9973,
  );
  return asked % 17 === 0 ? '' : `${String(asked % 13)} ${String(asked)}`;
};
const rewardByText = fakeRewardModel(({ response }) => Number(response.trim().split(' ')[0]));

function drawsOf({ arms }: SamplingTree): SharedDraws {
  const draws = new SharedDraws();
  for (const arm of arms) draws.add(arm);
  return draws;
}

/** All that a person sees of an arm, but for times. */
function seen(arm: ArmTree | undefined): unknown {
  return {
    anchors: arm?.anchors,
    rejected: arm?.rejected,
    winnerId: arm?.winnerId,
    nodes: arm?.nodes.map((node) => [node.id, textOf(node), rewardOf(node)]),
  };
}

const pools = fc.record({
  kind: fc.constantFrom(...KINDS),
  budget: fc.integer({ min: 1, max: 9 }),
  seed: fc.nat({ max: 2 ** 31 - 1 }),
});

describe('an arm read from the draws of a pool', () => {
  it('equals, text for text, a run of that split of any budget up to N', async () => {
    await fc.assert(
      fc.asyncProperty(pools, fc.nat(), fc.nat(), async ({ kind, budget, seed }, one, other) => {
        const pool = await samplePool(kind, budget, seed);
        const smaller = 1 + (one % budget);
        const drafts = 1 + (other % smaller);
        const split = [drafts, smaller - drafts];
        const arm = makeArm(kind, smaller, split);
        const run = await sample([kind], [split], seed);

        const read = armFromDraws(arm, pool.run.plan, drawsOf(pool));
        expect(seen(read)).toEqual(seen(run.arms[0]));
        expect(read.status).toBe('finished');
      }),
    );
  });

  it('is the arm itself where its own draws are there, however deep it is', async () => {
    const deep = fc.record({
      kind: fc.constantFrom(...KINDS, 'prs-0-n' as const),
      split: fc
        .array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 4 })
        .filter((parts) => parts.some((part) => part > 0)),
      seed: fc.nat({ max: 2 ** 31 - 1 }),
    });
    await fc.assert(
      fc.asyncProperty(deep, async ({ kind, split, seed }) => {
        const run = await sample([kind], [split], seed);
        for (const arm of run.arms) {
          const read = armFromDraws(arm.arm, run.run.plan, drawsOf(run));
          expect(seen(read)).toEqual(seen(arm));
        }
      }),
    );
  });

  it('needs no more draws than a run of each split in which a new anchor comes up', async () => {
    await fc.assert(
      fc.asyncProperty(pools, async ({ kind, budget, seed }) => {
        const pool = await samplePool(kind, budget, seed);
        const anchors = new Map<string, number>();
        pool.arms.forEach((arm, index) => {
          const read = [arm.anchors[1], arm.rejected[1]];
          const anchor = (read[0] ?? null) === null ? null : read.join(' ');
          if (anchor !== null && !anchors.has(anchor)) anchors.set(anchor, index + 1);
        });
        const splits = [[budget, 0], ...[...anchors.values()].map((at) => [at, budget - at])];
        const records = await sample([kind], splits, seed);
        for (const whole of pool.arms) {
          const read = armFromDraws(whole.arm, pool.run.plan, drawsOf(records));
          expect(seen(read)).toEqual(seen(whole));
        }
      }),
    );
  });

  it('leaves planned what was not sampled, and the layer that depends on it', async () => {
    const run = await sample(['prs'], [[2, 1]], 7);
    const more = armFromDraws(makeArm('prs', 3, [3, 0]), run.run.plan, drawsOf(run));
    expect(more.nodes.map(({ progress }) => progress.status)).toEqual([
      'finished',
      'finished',
      'planned',
    ]);
    expect(more.winnerId).toBeNull();

    const deeper = armFromDraws(makeArm('prs', 4, [3, 1]), run.run.plan, drawsOf(run));
    expect(deeper.anchors).toEqual([null, null]);
    expect(deeper.nodes.slice(3).every(({ progress }) => progress.status === 'planned')).toBe(true);
  });

  it('asks again for a refinement whose feedback was not written', async () => {
    const run = await sample(['prs-without-feedback'], [[1, 2]], 7);
    const read = armFromDraws(makeArm('prs', 3, [1, 2]), run.run.plan, drawsOf(run));
    expect(read.nodes.map(({ progress }) => progress.status)).toEqual([
      'finished',
      'planned',
      'planned',
      'planned',
    ]);
  });
});
