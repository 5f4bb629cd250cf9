import { beforeAll, describe, expect, it } from 'vitest';
import { PolicyError } from '../policy.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../testing/fake-run.ts';
import { nodeName } from '../tree/find-in-tree.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';
import { bestWithinTokens } from './best-so-far.ts';
import { accountsOf, accountsTogether, processedTokens } from './cost-accounts.ts';
import { controlPick, meanReward } from './control-picks.ts';
import { factorsOnPath, lineage } from './factors.ts';
import { improvingPairs } from './improving-pairs.ts';

const byLength = fakeRewardModel(({ response }) => response.trim().length);

/** PRS 2/1/1: drafts "a" and "bb", then a refinement that improves, then one that doesn't. */
let arm: ArmTree;

beforeAll(async () => {
  const answers = ['a', 'bb', 'say more', 'cccc', 'say less', 'dd'];
  const policy = fakePolicy((_, call) => answers[call - 1] ?? '');
  const { tree } = await runToEnd(plantOne('prs', [2, 1, 1]), policy, byLength);
  const [only] = tree.arms;
  if (only === undefined) throw new Error('The tree has no arm.');
  arm = only;
});

describe('accounts', () => {
  it('charge feedback and sum what the engine reported', () => {
    expect(accountsOf(arm)).toEqual({
      responses: 4,
      feedbacks: 2,
      calls: 6,
      unfinishedCalls: 0,
      promptTokens: 10 + 10 + 30 + 50 + 30 + 50,
      cachedPromptTokens: 24,
      completionTokens: 8,
      seconds: 6,
      // The four responses were scored one after the other, a second each, by a scorer that asks no model.
      scoring: { usage: { calls: 0, tokens: 0 }, seconds: 4 },
    });
  });

  it('of several arms charge a text that they share once', () => {
    const other = { ...arm, arm: { ...arm.arm, id: 'other' } };
    expect(accountsTogether([arm, other])).toEqual(accountsOf(arm));
    const nodes = arm.nodes.map((node) => ({ ...node, seed: node.seed + 1 }));
    const both = accountsTogether([arm, { ...other, nodes }]);
    expect(both).toMatchObject({ responses: 8, calls: 12, completionTokens: 16, seconds: 6 });
  });

  it('of several arms count the call that was lost before a text that they share', async () => {
    const lost = new PolicyError('engine-lost', 'The device was lost.');
    const policy = fakePolicy((_, call) => (call === 1 ? lost : 'fine'));
    const { tree } = await runToEnd(plantOne('prand', [1]), policy, byLength);
    const [drawn] = tree.arms;
    if (drawn === undefined) throw new Error('The tree has no arm.');
    const nodes = drawn.nodes.map((node): TreeNode => {
      if (node.progress.status !== 'finished') return node;
      const drawnFor = { armId: drawn.arm.id, nodeId: node.id };
      return { ...node, endedCalls: [], progress: { ...node.progress, drawnFor } };
    });
    const sharing = { ...drawn, arm: { ...drawn.arm, id: 'other' }, nodes };
    for (const arms of [
      [drawn, sharing],
      [sharing, drawn],
    ]) {
      expect(accountsTogether(arms)).toEqual(accountsOf(drawn));
    }
  });

  it('count what scoring took, with the score the other way, and none where nothing noted it', () => {
    const usage = { calls: 1, tokens: 30 };
    const reward = { value: 1, breakdown: [], conditionedOn: 'prompt', usage } as const;
    const scored = arm.nodes.map((node, place) => {
      const otherReward = place === 0 ? reward : null;
      return place > 1
        ? node
        : { ...node, scoring: { status: 'scored', reward, otherReward } as const };
    });
    expect(accountsOf({ ...arm, nodes: scored }).scoring.usage).toEqual({ calls: 3, tokens: 90 });
    const unnoted = { ...arm, nodes: scored.slice(0, 2) };
    expect(accountsOf(unnoted).scoring.seconds).toBeNull();
  });

  it('count a call that was lost with its engine, and its time', async () => {
    const lost = new PolicyError('engine-lost', 'The device was lost.');
    const policy = fakePolicy((_, call) => (call === 1 ? lost : 'fine'));
    const { tree } = await runToEnd(plantOne('prand', [1]), policy, byLength);
    const [only] = tree.arms;
    expect(only && accountsOf(only)).toMatchObject({ calls: 2, unfinishedCalls: 1, seconds: 2 });
  });

  it('count the time of calls side by side once', () => {
    const [first, second] = arm.nodes;
    if (first === undefined || second === undefined) throw new Error('Two drafts were expected.');
    const [one, other] = [
      [first, 0, 4000],
      [second, 1000, 5000],
    ] as const satisfies unknown[];
    const during = ([node, startedAt, finishedAt]: typeof one | typeof other) => ({
      ...node,
      progress: { ...node.progress, startedAt, finishedAt },
    });
    const together = { ...arm, nodes: [during(one), during(other)] } as ArmTree;
    expect(accountsOf(together).seconds).toBe(5);
  });
});

describe('improving pairs', () => {
  it('are the refinements strictly above their anchor, with the gain', () => {
    expect(improvingPairs(arm)).toEqual([
      {
        anchorId: 'draft-2',
        feedbackId: 'feedback-1',
        refinementId: 'refinement-1-1',
        anchorReward: 2,
        gain: 2,
      },
    ]);
  });
});

describe('an arm with a feedback for each refinement', () => {
  let each: ArmTree;

  beforeAll(async () => {
    const answers = ['bb', 'say more', 'say even more', 'cccc', 'ddddd'];
    const policy = fakePolicy((_, call) => answers[call - 1] ?? '');
    const { tree } = await runToEnd(plantOne('prs-feedback-each', [1, 2]), policy, byLength);
    const [only] = tree.arms;
    if (only === undefined) throw new Error('The tree has no arm.');
    each = only;
  });

  it('names in its factor the response that feedback holds the anchor against', async () => {
    const policy = fakePolicy((_, call) => ['a', 'bbb', 'f', 'bbbb'][call - 1] ?? '');
    const { tree } = await runToEnd(plantOne('tpo', [2, 1]), policy, byLength);
    const [arm] = tree.arms;
    if (arm === undefined) throw new Error('The run has no arm.');
    expect(factorsOnPath(arm, 'refinement-1-1').map(({ symbol }) => symbol)).toEqual([
      'p(y0 | x, z)',
      'p(f | x, z, y0*, y0−)',
      'p(y1 | x, z, y0*, f)',
    ]);
  });

  it('pairs every refinement with the feedback that it read', () => {
    expect(
      improvingPairs(each).map(({ feedbackId, refinementId }) => [feedbackId, refinementId]),
    ).toEqual([
      ['feedback-1-1', 'refinement-1-1'],
      ['feedback-1-2', 'refinement-1-2'],
    ]);
  });

  it('has that feedback on the path to it, and charges all', () => {
    expect(lineage(each, 'refinement-1-2').map(({ id }) => id)).toEqual([
      'draft-1',
      'feedback-1-2',
      'refinement-1-2',
    ]);
    expect(factorsOnPath(each, 'refinement-1-2').map(({ symbol }) => symbol)).toEqual([
      'p(y0 | x, z)',
      'p(f | x, z, y0*)',
      'p(y1 | x, z, y0*, f)',
    ]);
    expect(accountsOf(each)).toMatchObject({ responses: 3, feedbacks: 2, calls: 5 });
    expect(each.nodes.map((node) => nodeName(node, each))).toEqual([
      'Draft 1',
      'Feedback 1',
      'Feedback 2',
      'Refinement 1',
      'Refinement 2',
    ]);
  });
});

describe('controls', () => {
  it('pick the longest response of the pool', () => {
    expect(controlPick(arm, 'pick-longest', 42)?.id).toBe('refinement-1-1');
  });

  it('pick at random by the seed, the same each time', () => {
    const picks = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (seed) => controlPick(arm, 'pick-at-random', seed)?.id,
    );
    expect(new Set(picks).size).toBeGreaterThan(1);
    expect(controlPick(arm, 'pick-at-random', 3)).toBe(controlPick(arm, 'pick-at-random', 3));
  });

  it('gain the mean reward on average when they pick at random', () => {
    expect(meanReward(arm)).toBe((1 + 2 + 4 + 2) / 4);
  });
});

describe('an arm read at equal tokens', () => {
  it('counts what was read anew and written', () => {
    // Six calls, each with 4 of its prompt tokens cached, and 8 tokens written.
    expect(processedTokens(arm)).toBe(180 - 24 + 8);
  });

  it('has the best reward that it reached within them', () => {
    expect(bestWithinTokens(arm, 6)).toBeNull();
    expect(bestWithinTokens(arm, 7)).toBe(1);
    expect(bestWithinTokens(arm, 14)).toBe(2);
    expect(bestWithinTokens(arm, 1000)).toBe(4);
  });
});

describe('factors', () => {
  it('follow the path from the draft over each feedback to the node', () => {
    expect(lineage(arm, 'refinement-2-1').map(({ id }) => id)).toEqual([
      'draft-2',
      'feedback-1',
      'refinement-1-1',
      'feedback-2',
      'refinement-2-1',
    ]);
    expect(factorsOnPath(arm, 'refinement-1-1')).toEqual([
      { nodeId: 'draft-2', symbol: 'p(y0 | x, z)', logProbability: -1, tokenCount: 1 },
      { nodeId: 'feedback-1', symbol: 'p(f | x, z, y0*)', logProbability: -2, tokenCount: 2 },
      {
        nodeId: 'refinement-1-1',
        symbol: 'p(y1 | x, z, y0*, f)',
        logProbability: -1,
        tokenCount: 1,
      },
    ]);
  });
});
