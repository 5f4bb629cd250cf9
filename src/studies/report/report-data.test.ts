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
import { copiesInWords } from './report-caveats.ts';
import { ReportData } from './report-data.ts';

async function sampled(changes: Partial<RunHeader> = {}, word = 'word '): Promise<SamplingTree> {
  const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('prand', 4, [4])]);
  const planted = plantTree({ ...fakeHeader(plan), ...changes });
  const policy = fakePolicy((_, call) => word.repeat(call).trim());
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

it('takes runs with one id and other texts for two, as of a study that was sampled twice', async () => {
  const [one, other] = [await sampled(), await sampled({}, 'term ')];
  const data = new ReportData();
  const keys = [one, other, one, other].map((each) => data.add(each));
  expect(keys.slice(2)).toEqual([null, null]);
  expect(new Set(keys).size).toBe(3);
  expect([data.runs, data.copies]).toEqual([2, 2]);
  expect(data.readings).toHaveLength(2);
});

it('takes a run that was stopped for a copy of the same that went on', async () => {
  const whole = await sampled();
  const { state, arms, ...rest } = whole;
  const stopped: SamplingTree = {
    ...rest,
    state: { ...state, status: 'stopped' },
    arms: arms.map((arm) => ({
      ...arm,
      nodes: arm.nodes.map((node, place) =>
        place === 0 ? node : { ...node, progress: { status: 'planned' } },
      ),
    })),
  };
  const data = new ReportData();
  for (const copy of [stopped, whole, stopped]) data.add(copy);
  expect([data.runs, data.copies, data.unfinished]).toEqual([1, 2, 0]);
});

it('names scorers whose rewards are left out with a copy that others have read', async () => {
  const bare = await sampled();
  const { outcomes } = ownScoring(bare);
  const readBy = (name: string, count: number): SamplingTree => {
    const rewardModel = { ...bare.run.rewardModel, id: name, name };
    const its = outcomes.slice(0, count);
    return {
      ...bare,
      scorings: [{ id: name, rewardModel, conditionedOn: 'prompt', outcomes: its }],
    };
  };
  const [most, fewer] = [readBy('Gold', 3), readBy('Silver', 2)];
  for (const copies of [
    [most, fewer],
    [fewer, most],
  ]) {
    const data = new ReportData();
    for (const copy of copies) data.add(copy);
    expect(copiesInWords(data)).toContain('So rewards by Silver are left out');
  }
  const data = new ReportData();
  for (const copy of [bare, most, most]) data.add(copy);
  expect(copiesInWords(data)).not.toContain('So rewards');
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
