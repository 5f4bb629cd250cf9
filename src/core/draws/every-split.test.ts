import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmKind } from '../plan/arms.ts';
import { makeArm } from '../plan/make-arm.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../testing/fake-run.ts';
import { growTree, plantTree } from '../tree/grow-tree-from-events.ts';
import type { SamplingTree } from '../tree/sampling-tree.ts';
import { armsOfEverySplit, lackOfSplits, nextOfEverySplit, readEverySplit } from './every-split.ts';
import { armsToAdd, createPlay, missingTexts } from './play-arms.ts';

const KIND = 'prs';
const KINDS = [KIND, 'tpo'] as const;
const rewardByText = fakeRewardModel(({ response }) => Number(response));
/** Few texts are alike: two anchors of one text, or two feedbacks on one anchor, would share their refinements. */
const policy = () =>
  fakePolicy(({ seed, sampling, messages }) => {
    const asked = Array.from(JSON.stringify(messages)).reduce(
      (hash, character) => (hash * 31 + character.charCodeAt(0)) % 999_983,
      (seed + sampling.temperature * 1e4) % 999_983,
    );
    return String(asked);
  });

async function finishedRun(
  budget: number,
  drafts: number,
  seed: number,
  kind: ArmKind = KIND,
): Promise<SamplingTree> {
  const arm = makeArm(kind, budget, [drafts, budget - drafts]);
  const planted = plantTree(fakeHeader(fakePlan([arm], { seed })));
  return (await runToEnd(planted, policy(), rewardByText)).tree;
}

/** Samples every split as the page does, and counts the arms and calls that it took. */
async function sampleEvery(
  begun: SamplingTree,
  budget: number,
  kind: ArmKind,
): Promise<{ tree: SamplingTree; lacked: number[]; calls: number }> {
  let tree = begun;
  let calls = 0;
  const lacked: number[] = [];
  for (;;) {
    const arms = armsToAdd(tree, nextOfEverySplit(tree, kind, budget));
    if (arms.length === 0) return { tree, lacked, calls };
    lacked.push(missingTexts(createPlay(tree)(arms)));
    const asked = policy();
    tree = growTree(tree, { type: 'arms-added', arms, at: 1e9 });
    tree = (await runToEnd(tree, asked, rewardByText)).tree;
    calls += asked.asked.length;
  }
}

const splitsOf = (tree: SamplingTree, budget: number, kind: ArmKind = KIND) =>
  readEverySplit(createPlay(tree), kind, budget);

const runs = fc
  .record({ budget: fc.integer({ min: 1, max: 9 }), seed: fc.nat({ max: 2 ** 31 - 1 }) })
  .chain(({ budget, seed }) =>
    fc.record({
      ...{ budget: fc.constant(budget), seed: fc.constant(seed) },
      kind: fc.constantFrom(...KINDS),
      drafts: fc.integer({ min: 0, max: budget }),
    }),
  );

describe('sampling every split', () => {
  it('ends with all of them, by as many texts as were lacking, cheapest first', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ budget, drafts, seed, kind }) => {
        const begun = await finishedRun(budget, drafts, seed, kind);
        const before = lackOfSplits(splitsOf(begun, budget, kind));
        const { tree, lacked, calls } = await sampleEvery(begun, budget, kind);

        const splits = splitsOf(tree, budget, kind);
        expect(splits.map(({ status }) => status)).toEqual(splits.map(() => 'finished'));
        expect(lackOfSplits(splits)).toEqual({ texts: 0, isWhole: true });
        expect(calls).toBe(lacked.reduce((sum, texts) => sum + texts, 0));
        if (before.isWhole) expect(calls).toBe(before.texts);
        else expect(calls).toBeGreaterThanOrEqual(before.texts);
      }),
    );
  });

  it('takes one arm for each anchor and what it is held against, and one for each end', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ budget, drafts, seed, kind }) => {
        const { tree } = await sampleEvery(
          await finishedRun(budget, drafts, seed, kind),
          budget,
          kind,
        );
        const splits = splitsOf(tree, budget, kind);
        const between = splits
          .slice(1, -1)
          .map(({ anchors, rejected }) => `${anchors[1] ?? ''} ${rejected[1] ?? ''}`);
        expect(armsOfEverySplit(splits)).toHaveLength(
          new Set(between).size + Math.min(2, splits.length),
        );
        expect(tree.arms.length).toBeLessThanOrEqual(new Set(between).size + 3);
      }),
    );
  });

  it('gives the same node, and not one like it, where splits share a draw', async () => {
    // The split that was sampled is the run's own.
    const played = splitsOf(await finishedRun(6, 4, 7), 6)
      .slice(1)
      .filter(({ arm }) => arm.split[0] !== 4);
    expect(played).toHaveLength(5);
    expect(new Set(played.map(({ nodes }) => nodes[0])).size).toBe(1);
  });

  it('tries what has failed no second time', async () => {
    const begun = await finishedRun(3, 1, 7);
    const failing = fakePolicy(() => new Error('The engine was lost.'));
    let tree = begun;
    for (let turn = 0; turn < 9; turn += 1) {
      const arms = armsToAdd(tree, nextOfEverySplit(tree, KIND, 3));
      tree = growTree(tree, { type: 'arms-added', arms, at: 1e9 });
      tree = (await runToEnd(tree, failing, rewardByText)).tree;
    }
    expect(nextOfEverySplit(tree, KIND, 3)).toEqual([]);
  });

  it('takes the cheapest first', async () => {
    const begun = await finishedRun(4, 2, 7);
    const [first] = nextOfEverySplit(begun, KIND, 4);
    const costs = armsOfEverySplit(splitsOf(begun, 4))
      .map((arm) => missingTexts([arm]))
      .filter((texts) => texts > 0);
    expect(missingTexts(createPlay(begun)(first === undefined ? [] : [first]))).toBe(
      Math.min(...costs),
    );
  });
});
