import { expect, it } from 'vitest';
import {
  growTree,
  makeArm,
  ownScoring,
  plantTree,
  type RunHeader,
  type SamplingTree,
} from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { ReportData } from './report-data.ts';

async function sampled(changes: Partial<RunHeader> = {}): Promise<SamplingTree> {
  const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('prand', 4, [4])]);
  const planted = plantTree({ ...fakeHeader(plan), ...changes });
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const { events } = await runToEnd(planted, policy, rewardModel);
  return events.reduce(growTree, planted);
}

it('counts a run once, by the copy that other scorers have read most of, whichever comes first', async () => {
  const bare = await sampled();
  const { outcomes } = ownScoring(bare);
  const rewardModel = { ...bare.run.rewardModel, id: 'other' };
  const scoring = { id: 's', rewardModel, conditionedOn: 'prompt', outcomes } as const;
  const read = { ...bare, scorings: [scoring] };
  for (const copies of [
    [bare, read, bare],
    [read, bare, bare],
  ]) {
    const data = new ReportData();
    const keys = copies.map((copy) => data.add(copy));
    expect(new Set(keys.filter((key) => key !== null)).size).toBe(1);
    expect(keys.at(-1)).toBeNull();
    expect([data.runs, data.copies, data.reported]).toEqual([1, 2, 1]);
    expect(data.reporters).toEqual([rewardModel]);
    expect(data.readings).toHaveLength(2);
  }
});

it('takes runs with one id and other models for two', async () => {
  const tree = await sampled();
  const policy = { ...tree.run.policy, id: 'larger', name: 'Larger' };
  const data = new ReportData();
  const keys = [tree, await sampled({ policy })].map((each) => data.add(each));
  expect(new Set(keys).size).toBe(2);
  expect(keys).not.toContain(null);
  expect([data.runs, data.copies]).toEqual([2, 0]);
});

it('counts the texts that were drawn, and those that were cut off', async () => {
  const tree = await sampled();
  const [prs, prand] = tree.arms.map((arm) => ({
    ...arm,
    nodes: arm.nodes.map((node) =>
      node.id === 'draft-1' && node.progress.status === 'finished'
        ? { ...node, progress: { ...node.progress, finishReason: 'length' as const } }
        : node,
    ),
  }));
  if (prs === undefined || prand === undefined) throw new Error('Two arms were expected.');
  const data = new ReportData();
  data.add({ ...tree, arms: [prs, prand] });
  // The arms share two drafts, one of them the one that was cut off.
  expect(data.texts).toEqual({
    draft: { texts: 4, cutOff: 1 },
    refinement: { texts: 2, cutOff: 0 },
    feedback: { texts: 1, cutOff: 0 },
  });
});
