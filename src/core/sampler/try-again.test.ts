import { describe, expect, it } from 'vitest';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  runToEnd,
  tickingClock,
} from '../testing/fake-run.ts';
import { growTree } from '../tree/grow-tree-from-events.ts';
import type { ResponseAddress, SamplingTree } from '../tree/sampling-tree.ts';
import { sampleRun } from './sample-run.ts';
import { failedNodes, failedWith } from './try-again.ts';

const rewardModel = fakeRewardModel(({ response }) => response.trim().length);

/** Answers are as long as their call's number; these calls fail. */
function policyFailingAt(...calls: readonly number[]) {
  return fakePolicy((_, call) =>
    calls.includes(call) ? new Error('No memory.') : 'w'.repeat(call),
  );
}

async function triedAgain(tree: SamplingTree, again: readonly ResponseAddress[], longest = 20) {
  const policy = fakePolicy((_, call) => 'w'.repeat(longest + call));
  let grown = tree;
  const parts = { policy, rewardModel, clock: tickingClock() };
  for await (const event of sampleRun(tree, parts, new AbortController().signal, again)) {
    grown = growTree(grown, event);
  }
  return { tree: grown, policy };
}

function ids(addresses: readonly ResponseAddress[]): readonly string[] {
  return addresses.map(({ nodeId }) => nodeId);
}

describe('a failed node', () => {
  it('is tried again with its seed, and nothing else is', async () => {
    const { tree } = await runToEnd(plantOne('prs', [2, 2]), policyFailingAt(1, 5), rewardModel);
    expect(ids(failedNodes(tree))).toEqual(['draft-1', 'refinement-1-2']);
    const { tree: after, policy } = await triedAgain(tree, failedNodes(tree));
    const [arm] = after.arms;
    expect(policy.asked.map(({ seed }) => seed)).toEqual([
      arm?.nodes.find(({ id }) => id === 'draft-1')?.seed,
      arm?.nodes.find(({ id }) => id === 'refinement-1-2')?.seed,
    ]);
    expect(failedNodes(after)).toEqual([]);
    expect(after.state.status).toBe('finished');
  });

  it('may win, and leaves the anchor that was refined meanwhile', async () => {
    const { tree } = await runToEnd(plantOne('prs', [2, 1]), policyFailingAt(1), rewardModel);
    const { tree: after } = await triedAgain(tree, failedNodes(tree));
    expect(after.arms[0]).toMatchObject({ anchors: [null, 'draft-2'], winnerId: 'draft-1' });
  });

  it('stays where it is not among those to be tried', async () => {
    const { tree } = await runToEnd(plantOne('rand', [3]), policyFailingAt(1, 2), rewardModel);
    const [, second] = failedNodes(tree);
    const { tree: after } = await triedAgain(tree, second === undefined ? [] : [second]);
    expect(ids(failedNodes(after))).toEqual(['draft-1']);
  });

  it('brings those that had nothing to refine without it', async () => {
    const { tree } = await runToEnd(plantOne('prs', [1, 1]), policyFailingAt(1), rewardModel);
    const [draft] = failedNodes(tree);
    const again = draft === undefined ? [] : failedWith(tree, draft);
    expect(ids(again)).toEqual(['draft-1', 'feedback-1', 'refinement-1-1']);
    const { tree: after } = await triedAgain(tree, again);
    expect(failedNodes(after)).toEqual([]);
    expect(after.arms[0]?.anchors).toEqual([null, 'draft-1']);
  });

  it('is not tried where it is a feedback that its refinements were written without', async () => {
    const { tree } = await runToEnd(plantOne('prs', [1, 1]), policyFailingAt(2), rewardModel);
    expect(tree.arms[0]?.nodes.map(({ progress }) => progress.status)).toEqual([
      'finished',
      'failed',
      'finished',
    ]);
    expect(failedNodes(tree)).toEqual([]);
  });
});
