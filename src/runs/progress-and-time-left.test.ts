import { describe, expect, it } from 'vitest';
import { makeArm, missingTexts, plantArm, type ArmTree, type TreeNode } from '../core/index.ts';
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

/** As multiples of a draft's time, before one of the kind is done. */
const FEEDBACK = 1.7;
const REFINEMENT = { writing: 1.2, scoring: 2.2 };

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

describe('an arm that decides as it goes', () => {
  it('may still need a feedback and a refinement for each response but the first, and is told as up to that', async () => {
    const planted = plantArm(makeArm('ab-mcts', 4, []), 1);
    expect(progressOf([planted])).toMatchObject({ total: 7, upTo: 'up to ' });
    expect(missingTexts([planted])).toBe(7);
    const { tree } = await runToEnd(
      plantOne('ab-mcts', [4]),
      fakePolicy((_, call) => `answer ${String(call)}`),
      fakeRewardModel(() => 1),
    );
    const [whole = planted] = tree.arms;
    expect(progressOf([whole])).toMatchObject({ total: whole.nodes.length, upTo: '' });
    const first = whole.nodes.filter(({ kind }) => kind === 'draft').slice(0, 2);
    const begun = { ...planted, nodes: [...first, ...planted.nodes.slice(2)] };
    expect(progressOf([begun])).toMatchObject({ done: 2, total: 6, upTo: 'up to ' });
    expect(missingTexts([begun])).toBe(4);
  });
});

describe('the time that is left', () => {
  it('counts the texts that are to be written and the responses that are to be scored', async () => {
    const arm = await armOf(10);
    const refinements = 2 * (REFINEMENT.writing * 1 + REFINEMENT.scoring * 10);
    const left = (finished: number, scored: number) =>
      progressOf([early(arm, finished, scored)]).secondsLeft;
    expect(left(1, 1)).toBeCloseTo(1 + 10 + FEEDBACK + refinements, 9);
    expect(left(2, 1)).toBeCloseTo(10 + FEEDBACK + refinements, 9);
    expect(left(4, 4)).toBeCloseTo(1 + 10, 9);
    expect(progressOf([arm]).secondsLeft).toBe(0);
  });

  it('counts what is under way as far as its time, so that texts drawn together share theirs', async () => {
    const arm = await armOf(10);
    const second = 1000;
    const written = arm.nodes[0]?.progress;
    if (written?.status !== 'finished') throw new Error('Nothing is written.');
    const nodes = early(arm, 1, 1).nodes.map((node, place): TreeNode => {
      const { progress } = node;
      if (progress.status === 'finished') {
        return { ...node, progress: { ...progress, startedAt: 0, finishedAt: 2 * second } };
      }
      const { messages, sampling, attempt } = written;
      const writing = { status: 'writing', thoughts: '', text: '', tokenCount: 0 } as const;
      return place === 1
        ? { ...node, progress: { ...writing, messages, sampling, attempt, startedAt: 0 } }
        : node;
    });
    const scored = nodes.map((node): TreeNode => {
      if (node.scoring.status !== 'scored') return node;
      const took = { startedAt: 2 * second, endedAt: 2 * second };
      return { ...node, scoring: { ...node.scoring, took } };
    });
    // Both drafts in two seconds: one each.
    const left = progressOf([{ ...arm, nodes: scored }]).secondsLeft;
    expect(left).toBeCloseTo(FEEDBACK + 2 * REFINEMENT.writing, 9);
  });

  it('is not known before the first text has its reward', async () => {
    const arm = await armOf(10);
    expect(progressOf([early(arm, 0, 0)]).secondsLeft).toBeNull();
    expect(progressOf([early(arm, 1, 0)]).secondsLeft).toBeNull();
  });

  it('is that of the texts alone where nobody noted how long scoring took', async () => {
    const { secondsLeft } = progressOf([early(await armOf(null), 1, 1)]);
    expect(secondsLeft).toBeCloseTo(1 + FEEDBACK + 2 * REFINEMENT.writing, 9);
  });

  it('counts once what two arms ask alike', async () => {
    const prs = early(await armOf(10), 1, 1);
    const prand = {
      ...prs,
      arm: makeArm('prand', 4, []),
      nodes: plantArm(makeArm('prand', 4, []), 42).nodes,
    };
    // Draft 2, the feedback and two refinements of PRS; of PRand the drafts 3 and 4.
    const drafts = 3 * (1 + 10);
    const refinements = 2 * (REFINEMENT.writing + REFINEMENT.scoring * 10);
    const progress = progressOf([prs, prand]);
    expect(progress.secondsLeft).toBeCloseTo(drafts + FEEDBACK + refinements, 9);
    expect([progress.done, progress.total]).toEqual([1, 7]);
  });

  it('shares the time of texts that are written side by side', async () => {
    const arm = early(await armOf(0), 2, 2);
    const nodes = arm.nodes.map((node) => {
      if (node.progress.status !== 'finished') return node;
      return { ...node, progress: { ...node.progress, startedAt: 0, finishedAt: 6000 } };
    });
    const { secondsLeft } = progressOf([{ ...arm, nodes }]);
    expect(secondsLeft).toBeCloseTo(3 * (FEEDBACK + 2 * REFINEMENT.writing), 9);
  });
});
