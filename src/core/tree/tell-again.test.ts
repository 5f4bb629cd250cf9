import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ARM_KINDS } from '../plan/arms.ts';
import { makeArm } from '../plan/make-arm.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../testing/fake-run.ts';
import { plantTree } from './grow-tree-from-events.ts';
import { rewardOf } from './find-in-tree.ts';
import { tellAgain } from './tell-again.ts';

async function finishedArms(
  kinds: readonly (typeof ARM_KINDS)[number][],
  split: readonly number[],
) {
  const budget = split.reduce((sum, part) => sum + part, 0);
  const arms = kinds.map((kind) => makeArm(kind, budget, split));
  const policy = fakePolicy((_, call) => `Text ${String((call * 7) % 11)}`);
  const rewardModel = fakeRewardModel(({ response }) => Number(response.split(' ')[1]));
  return (await runToEnd(plantTree(fakeHeader(fakePlan(arms))), policy, rewardModel)).tree.arms;
}

it('tells any finished arms from the plan to what they are, a step at a time, and takes nothing back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...ARM_KINDS], { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }),
      async (kinds, split) => {
        const arms = await finishedArms(kinds, split);
        const frames = tellAgain(arms);
        expect(frames.at(-1)).toEqual(arms);
        expect(frames[0]?.every(({ status }) => status === 'planned')).toBe(true);
        const nodes = arms.flatMap((arm) => arm.nodes).length;
        expect(frames.length).toBeGreaterThan(nodes);
        expect(frames.length).toBeLessThan(2 * nodes + 6 * arms.length);
        let before = { scored: 0, written: 0 };
        for (const frame of frames) {
          const all = frame.flatMap((arm) => arm.nodes);
          expect(all.filter(({ progress }) => progress.status === 'writing').length).toBeLessThan(
            2,
          );
          const now = {
            scored: all.filter((node) => rewardOf(node) !== null).length,
            written: all.filter(({ progress }) => progress.status !== 'planned').length,
          };
          expect(now.scored).toBeGreaterThanOrEqual(before.scored);
          expect(now.scored - before.scored).toBeLessThan(2);
          expect(now.written - before.written).toBeLessThan(2);
          before = now;
        }
      },
    ),
    { numRuns: 20 },
  );
});

it('chooses no anchor and no winner before what they are chosen from has its reward', async () => {
  const arms = await finishedArms(['prs'], [3, 2]);
  for (const [arm] of tellAgain(arms)) {
    if (arm === undefined) throw new Error('An arm went away.');
    const drafts = arm.nodes.filter(({ kind }) => kind === 'draft');
    const isScored = drafts.every((node) => rewardOf(node) !== null);
    if (!isScored) expect(arm.anchors[1]).toBeNull();
    if (arm.winnerId !== null) expect(arm.status).toBe('finished');
    const refined = arm.nodes.some((node) => node.layer > 0 && node.progress.status !== 'planned');
    if (refined) expect(arm.anchors[1]).not.toBeNull();
  }
});
