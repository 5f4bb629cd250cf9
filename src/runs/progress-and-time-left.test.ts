import { describe, expect, it } from 'vitest';
import { makeArm, plantArm, type ArmTree, type TreeNode } from '../core/index.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../core/testing/fake-run.ts';
import { progressOf } from './progress-and-time-left.ts';

/** An arm of two drafts, a feedback and two refinements: each text took 1 s, each reward as long as told, in seconds. */
async function armOf(secondsOfScoring: number | null): Promise<ArmTree> {
  const policy = fakePolicy((_, call) => `answer ${String(call)}`);
  const { tree } = await runToEnd(
    plantOne('prs', [2, 2]),
    policy,
    fakeRewardModel(() => 1),
  );
  const [arm] = tree.arms;
  if (arm === undefined) throw new Error('The tree has no arm.');
  const nodes = arm.nodes.map((node, place) => {
    if (node.scoring.status !== 'scored') return node;
    const { reward, otherReward } = node.scoring;
    const scored = { status: 'scored', reward, otherReward } as const;
    const startedAt = 1_000_000 * place;
    if (secondsOfScoring === null) return { ...node, scoring: scored };
    const took = { startedAt, endedAt: startedAt + 1000 * secondsOfScoring };
    return { ...node, scoring: { ...scored, took } };
  });
  return { ...arm, nodes };
}

const planned = { status: 'planned' } as const;
const unscored = { status: 'unscored' } as const;

/** The arm when so many of its nodes were finished, and so many of its responses scored. */
function early(arm: ArmTree, finished: number, scored: number): ArmTree {
  const nodes: readonly TreeNode[] = arm.nodes.map((node, place) => ({
    ...node,
    progress: place < finished ? node.progress : planned,
    scoring: place < scored ? node.scoring : unscored,
  }));
  return { ...arm, nodes };
}

describe('the time that is left', () => {
  it('counts the texts that are to be written and the responses that are to be scored', async () => {
    const arm = await armOf(10);
    expect(progressOf([early(arm, 1, 1)]).secondsLeft).toBe(4 * 1 + 3 * 10);
    expect(progressOf([early(arm, 2, 1)]).secondsLeft).toBe(3 * 1 + 3 * 10);
    expect(progressOf([early(arm, 3, 2)]).secondsLeft).toBe(2 * 1 + 2 * 10);
    expect(progressOf([arm]).secondsLeft).toBe(0);
  });

  it('is not known before the first text has its reward', async () => {
    const arm = await armOf(10);
    expect(progressOf([early(arm, 0, 0)]).secondsLeft).toBeNull();
    expect(progressOf([early(arm, 1, 0)]).secondsLeft).toBeNull();
  });

  it('is that of the texts alone where nobody noted how long scoring took', async () => {
    expect(progressOf([early(await armOf(null), 1, 1)]).secondsLeft).toBe(4);
  });

  it('counts once what two arms ask alike', async () => {
    const prs = early(await armOf(10), 1, 1);
    const prand = {
      ...prs,
      arm: makeArm('prand', 4, []),
      nodes: plantArm(makeArm('prand', 4, []), 42).nodes,
    };
    // Draft 2, the feedback and two refinements of PRS; of PRand the drafts 3 and 4.
    expect(progressOf([prs, prand]).secondsLeft).toBe(6 * 1 + 5 * 10);
  });

  it('shares the time of texts that are written side by side', async () => {
    const arm = early(await armOf(0), 2, 2);
    const nodes = arm.nodes.map((node) => {
      if (node.progress.status !== 'finished') return node;
      return { ...node, progress: { ...node.progress, startedAt: 0, finishedAt: 6000 } };
    });
    expect(progressOf([{ ...arm, nodes }]).secondsLeft).toBe(3 * 3);
  });
});
