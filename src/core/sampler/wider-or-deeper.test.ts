import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArm } from '../plan/make-arm.ts';
import type { GenerationRequest } from '../policy.ts';
import { avalanche } from '../seeds.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  plantOne,
  runToEnd,
} from '../testing/fake-run.ts';
import { growTree, plantTree } from '../tree/grow-tree-from-events.ts';
import { nodesOf, pool, rewardOf, textOf } from '../tree/find-in-tree.ts';
import type { ArmTree, SamplingTree } from '../tree/sampling-tree.ts';
import { sampleRun } from './sample-run.ts';
import { failedNodes } from './try-again.ts';
import { responseToRefine } from './wider-or-deeper.ts';

const KIND = 'ab-mcts';

/** A number from 0 to 1 for each request. */
const chance = ({ seed }: GenerationRequest): number => avalanche(seed) / 2 ** 32;
const isRefinement = ({ messages }: GenerationRequest): boolean => messages.length > 1;
/** What the anchor of a refinement says. */
const anchorOf = ({ messages }: GenerationRequest): number => Number(messages[1]?.content);

interface Toy {
  readonly draft: (chance: number) => number;
  readonly refinement: (anchor: number, chance: number) => number;
}

/** Texts are numbers and their own rewards. */
function toyPolicy({ draft, refinement }: Toy) {
  return fakePolicy((request) =>
    String(
      isRefinement(request)
        ? refinement(anchorOf(request), chance(request))
        : draft(chance(request)),
    ),
  );
}
const rewardByText = fakeRewardModel(({ response }) => Number(response));

async function sample(toy: Toy, budget: number, seed: number): Promise<ArmTree> {
  const { tree } = await runToEnd(plantOne(KIND, [budget], { seed }), toyPolicy(toy), rewardByText);
  const [arm] = tree.arms;
  if (arm === undefined) throw new Error('The run has no arm.');
  return arm;
}

const BETTER: Toy = { draft: (by) => by, refinement: (anchor, by) => anchor + 0.5 + by };
const WORSE: Toy = { draft: (by) => 10 * by, refinement: (anchor, by) => anchor - 5 - by };

/** The layer of a chain below a response: 0 for a draft. */
function depthOf(arm: ArmTree, layer: number): number {
  const anchor = arm.nodes.find(({ id }) => id === arm.anchors[layer]);
  return layer === 0 || anchor === undefined ? 0 : 1 + depthOf(arm, anchor.layer);
}

const shapeOf = (arm: ArmTree) => ({
  anchors: arm.anchors,
  nodes: arm.nodes.map((node) => [node.id, node.seed, textOf(node), rewardOf(node)]),
});

const SEEDS = Array.from({ length: 60 }, (_, index) => index);

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('an adaptive arm', () => {
  it('drafts first, and has N responses at every moment', async () => {
    const planted = plantOne(KIND, [6]);
    const { events } = await runToEnd(planted, toyPolicy(BETTER), rewardByText);
    let tree: SamplingTree = planted;
    for (const event of events) {
      tree = growTree(tree, event);
      for (const arm of tree.arms) expect(pool(arm)).toHaveLength(6);
    }
    expect(
      events.find(
        ({ type }) => type.endsWith('-started') && type !== 'run-started' && type !== 'arm-started',
      ),
    ).toMatchObject({
      nodeId: 'draft-1',
    });
  });

  it('goes deep where refinements are better, and wide where drafts vary and refinements are worse', async () => {
    const deep = await Promise.all(SEEDS.map((seed) => sample(BETTER, 16, seed)));
    const wide = await Promise.all(SEEDS.map((seed) => sample(WORSE, 16, seed)));
    const drafts = (arms: readonly ArmTree[]) =>
      average(arms.map((arm) => nodesOf(arm, 'draft', 0).length));
    const depth = (arms: readonly ArmTree[]) =>
      average(arms.map((arm) => Math.max(...pool(arm).map(({ layer }) => depthOf(arm, layer)))));
    expect(drafts(deep)).toBeLessThan(8);
    expect(drafts(wide)).toBeGreaterThan(10);
    expect(depth(deep)).toBeGreaterThan(2 * depth(wide));
  });

  it('refines one response at a time, each written from the one that was chosen', async () => {
    const arm = await sample(BETTER, 12, 3);
    for (const node of arm.nodes.filter(({ kind }) => kind === 'refinement')) {
      const anchor = arm.nodes.find(({ id }) => id === arm.anchors[node.layer]);
      if (anchor === undefined) throw new Error(`${node.id} has no anchor.`);
      expect(arm.nodes.indexOf(anchor)).toBeLessThan(arm.nodes.indexOf(node));
      expect(rewardOf(node)).toBeGreaterThan(rewardOf(anchor) ?? Infinity);
      expect(nodesOf(arm, 'refinement', node.layer)).toHaveLength(1);
    }
  });

  it('begins a larger budget with what a smaller one samples', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 2 ** 31 - 1 }),
        fc.integer({ min: 1, max: 12 }),
        async (seed, budget) => {
          const small = shapeOf(await sample(BETTER, budget, seed));
          const large = shapeOf(await sample(BETTER, 13, seed));
          expect(large.nodes.slice(0, small.nodes.length)).toEqual(small.nodes);
          expect(large.anchors.slice(0, small.anchors.length)).toEqual(small.anchors);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('chooses alike on any scale of rewards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 ** 31 - 1 }), async (seed) => {
        const planted = plantOne(KIND, [9], { seed });
        const scaled = fakeRewardModel(({ response }) => 64 * Number(response) - 1024);
        const one = await runToEnd(planted, toyPolicy(WORSE), rewardByText);
        const other = await runToEnd(planted, toyPolicy(WORSE), scaled);
        expect(other.tree.arms[0]?.anchors).toEqual(one.tree.arms[0]?.anchors);
      }),
      { numRuns: 40 },
    );
  });

  it('draws from the tree and the seed alone', async () => {
    const arm = await sample(BETTER, 8, 5);
    expect(responseToRefine(arm, 5)).toEqual(responseToRefine(structuredClone(arm), 5));
    const choices = SEEDS.map((seed) => responseToRefine(arm, seed)?.id ?? null);
    expect(new Set(choices).size).toBeGreaterThan(2);
  });

  it('drafts where nothing has a reward, and refines none of what has none', async () => {
    const failing = fakeRewardModel(() => Number.NaN);
    const { tree } = await runToEnd(plantOne(KIND, [5]), toyPolicy(BETTER), failing);
    expect(tree.arms[0]?.nodes.map(({ kind }) => kind)).toEqual(Array(5).fill('draft'));
    expect(tree.arms[0]?.winnerId).toBeNull();
  });

  it('shares its drafts with PRand', async () => {
    const arms = [makeArm('prand', 8, []), makeArm(KIND, 8, [])];
    const policy = toyPolicy(WORSE);
    const { tree } = await runToEnd(plantTree(fakeHeader(fakePlan(arms))), policy, rewardByText);
    const deep = tree.arms[1]?.nodes.filter(({ layer }) => layer > 0) ?? [];
    expect(policy.asked).toHaveLength(8 + deep.length);
  });

  it('ends where rewards lie as close, or as far apart, as numbers can', async () => {
    for (const size of [1e-323, 1e-165, 1e-17, 1, 1.7e308]) {
      const toy: Toy = {
        draft: (by) => size * (by - 0.5),
        refinement: (_, by) => size * (by - 0.5),
      };
      for (const seed of SEEDS.slice(0, 5))
        expect((await sample(toy, 9, seed)).status).toBe('finished');
    }
  });

  it.each(['draft', 'refinement'] as const)(
    'has a %s that failed tried again in its place, and goes on as it had',
    async (kind) => {
      const isOne = ({ messages }: GenerationRequest) =>
        messages.length === (kind === 'draft' ? 1 : 5);
      let failed = false;
      const failing = fakePolicy((request) => {
        if (failed || !isOne(request)) return String(chance(request));
        failed = true;
        return new Error('Lost.');
      });
      const first = await runToEnd(plantOne(KIND, [8]), failing, rewardByText);
      const again = failedNodes(first.tree);
      expect(again).toHaveLength(1);
      let { tree } = first;
      const policy = fakePolicy((request) => String(chance(request)));
      const dependencies = { policy, rewardModel: rewardByText, clock: { now: () => 1e6 } };
      const { signal } = new AbortController();
      for await (const event of sampleRun(tree, dependencies, signal, again)) {
        tree = growTree(tree, event);
      }
      const ids = ({ arms }: SamplingTree) => arms[0]?.nodes.map(({ id }) => id);
      expect(ids(tree)).toEqual(ids(first.tree));
      expect(failedNodes(tree)).toEqual([]);
      expect(policy.asked).toHaveLength(1);
    },
  );
});
