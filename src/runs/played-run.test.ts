import { describe, expect, it } from 'vitest';
import { makeArm, plantTree, rewardOf, type RunPlan, type SamplingTree } from '../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../core/testing/fake-run.ts';
import { createPlayedRun } from './played-run.ts';
import { IDLE, type RunView } from './run-view.ts';

const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('prand', 4, []), makeArm('rand', 4, [])]);

async function sampledRun(events?: number): Promise<SamplingTree> {
  const policy = fakePolicy(({ seed }) => String(seed % 100));
  const rewardModel = fakeRewardModel(({ response }) => Number(response));
  const { tree } = await runToEnd(plantTree(fakeHeader(plan)), policy, rewardModel, events);
  return tree;
}

const finished = (tree: SamplingTree): RunView => ({ ...IDLE, state: 'finished', tree });
const withSplit = (drafts: number, changes: Partial<RunPlan> = {}): RunPlan => ({
  ...plan,
  arms: [makeArm('prs', 4, [drafts, 4 - drafts])],
  ...changes,
});

describe('a finished run', () => {
  it('shows another split of what it has drawn, and counts what it lacks', async () => {
    const tree = await sampledRun();
    const played = createPlayedRun();
    const view = finished(tree);
    const all = played(view, tree, null, withSplit(4));
    expect(all.missing).toBe(0);
    expect(all.arms[0]?.nodes.map(rewardOf)).toEqual(tree.arms[1]?.nodes.map(rewardOf));
    // Drafts 1 to 3 are PRand's; the feedback and the refinement are there if the anchor is that of two drafts.
    const [three] = played(view, tree, null, withSplit(3)).arms;
    const sameAnchor = three?.anchors[1] === tree.arms[0]?.anchors[1];
    expect(played(view, tree, null, withSplit(3)).missing).toBe(sameAnchor ? 0 : 2);
  });

  it('is shown as it was planned where anything else is set up otherwise, or another scorer reads it', async () => {
    const tree = await sampledRun();
    const played = createPlayedRun();
    const planned = { arms: tree.arms, missing: 0 };
    expect(played(finished(tree), tree, null, withSplit(4, { seed: 7 }))).toEqual(planned);
    expect(played(finished(tree), tree, 'other', withSplit(4))).toEqual(planned);
  });

  it('is played at a split of its own where something else is set up', async () => {
    const tree = await sampledRun();
    const next = withSplit(1, { seed: 7 });
    const { arms } = createPlayedRun()(finished(tree), tree, null, next, [4, 0]);
    expect(arms.map(({ arm }) => [arm.id, arm.split])).toEqual([
      ['prs', [4, 0]],
      ['prand', [4]],
      ['rand', [4]],
    ]);
    expect(arms[0]?.winnerId).toBe(arms[1]?.winnerId);
  });

  it('can be played on while further arms of it are sampled', async () => {
    const tree = await sampledRun();
    const running: RunView = { ...finished(tree), state: 'running' };
    const { arms, missing } = createPlayedRun()(running, tree, null, withSplit(4));
    expect(arms[0]?.arm.split).toEqual([4, 0]);
    expect(missing).toBe(0);
  });

  it('is watched while it is sampled, whatever is set up meanwhile', async () => {
    const tree = await sampledRun(20);
    const running: RunView = { ...finished(tree), state: 'running' };
    expect(createPlayedRun()(running, tree, null, withSplit(1)).arms).toEqual(tree.arms);
  });
});
