// Stands above the layers, since it needs the method, the storage and a scorer: what a person's exported run goes through.
import { describe, expect, it } from 'vitest';
import {
  accountsOf,
  findArm,
  findNode,
  growTree,
  improvingPairs,
  isDurable,
  lineage,
  replay,
  rewardOf,
  scoreTree,
  textOf,
  type SamplingTree,
} from './core/index.ts';
import { fakePolicy, runToEnd, tickingClock } from './core/testing/fake-run.ts';
import { createRubric } from './rewards/rubric/rubric.ts';
import { exportRun, parseRunFile } from './storage/run-file/import-and-export-run.ts';
import { earlierAnswer, earlierRunFile } from './storage/testing/earlier-runs.ts';

const EXPORTED_AT = Date.parse('2026-11-18T11:08:20.000Z');

function opened(name: Parameters<typeof earlierRunFile>[0]): SamplingTree {
  const parsed = parseRunFile(earlierRunFile(name));
  if (!parsed.ok) throw new Error(parsed.message);
  return replay(parsed.run.header, parsed.run.events);
}

/** Texts, rewards, anchors and winners: what a run found, without when. */
function findings({ arms }: SamplingTree): unknown {
  return arms.map(({ arm, anchors, winnerId, nodes }) => [
    arm.id,
    anchors,
    winnerId,
    nodes.map((node) => [node.id, node.seed, node.progress.status, textOf(node), rewardOf(node)]),
  ]);
}

describe('a run exported by the version before', () => {
  it('opens with its arms, rewards, scoring and vote, and is exported as it was', () => {
    const text = earlierRunFile('finished-of-version-2');
    const parsed = parseRunFile(text);
    const again: unknown = parsed.ok && JSON.parse(exportRun(parsed.run, EXPORTED_AT));
    expect(again).toEqual(JSON.parse(text));
    const tree = opened('finished-of-version-2');
    expect(tree.arms.map(({ arm, winnerId }) => [arm.kind, arm.split, winnerId])).toEqual([
      ['rand', [4], 'draft-4'],
      ['prand', [4], 'draft-4'],
      ['prs', [2, 1, 1], 'refinement-2-1'],
      ['prs-0-n', [0, 4], 'refinement-1-4'],
      ['prs-without-feedback', [2, 1, 1], 'refinement-2-1'],
    ]);
    expect(tree.scorings.map(({ id, outcomes }) => [id, outcomes.length])).toEqual([['s1', 17]]);
    expect(tree.votes).toHaveLength(1);
  });

  it('reads as before: lineage, improving pairs, accounts', () => {
    const prs = findArm(opened('finished-of-version-2'), 'prs');
    if (prs === null) throw new Error('The run has no PRS.');
    expect(lineage(prs, 'refinement-2-1').map(({ id }) => id)).toEqual([
      'draft-1',
      'feedback-1',
      'refinement-1-1',
      'feedback-2',
      'refinement-2-1',
    ]);
    expect(improvingPairs(prs).map(({ anchorId, feedbackId }) => [anchorId, feedbackId])).toEqual([
      ['draft-1', 'feedback-1'],
      ['refinement-1-1', 'feedback-2'],
    ]);
    expect(accountsOf(prs)).toMatchObject({ responses: 3, feedbacks: 2, calls: 6 });
  });

  it('is scored by the rubric as it was', async () => {
    const tree = opened('finished-of-version-2');
    const rewardModel = createRubric();
    const header = {
      id: 'again',
      rewardModel: rewardModel.description,
      conditionedOn: tree.run.plan.conditionedOn,
    };
    const dependencies = { rewardModel, clock: tickingClock(), bothWays: true };
    let scored = tree;
    const { signal } = new AbortController();
    for await (const event of scoreTree(tree, header, dependencies, signal)) {
      scored = growTree(scored, event);
    }
    const again = scored.scorings.find(({ id }) => id === 'again')?.outcomes ?? [];
    expect(again).toHaveLength(17);
    for (const { response, scoring } of again) {
      const arm = findArm(tree, response.armId);
      const before = arm && findNode(arm, response.nodeId)?.scoring;
      if (before?.status !== 'scored') throw new Error('It was scored before.');
      const { reward, otherReward } = before;
      expect(scoring).toEqual({ status: 'scored', reward, otherReward });
    }
  });

  it('resumes and finds what it found in one go', async () => {
    const stopped = opened('stopped-of-version-2');
    expect(stopped.state).toEqual({ status: 'stopped' });
    const kept = stopped.arms.flatMap(({ nodes }) =>
      nodes.filter(({ progress }) => ['finished', 'failed'].includes(progress.status)),
    );
    const policy = fakePolicy(earlierAnswer);
    const { events, tree } = await runToEnd(stopped, policy, createRubric());
    expect(tree.state).toEqual({ status: 'finished' });
    expect(findings(tree)).toEqual(findings(opened('finished-of-version-2')));
    const planned = stopped.arms.flatMap(({ nodes }) => nodes);
    const shared = tree.arms
      .flatMap(({ nodes }) => nodes)
      .filter(({ progress }) => progress.status === 'finished' && progress.drawnFor !== undefined);
    // PRand's drafts were drawn by PRS.
    expect(shared).toHaveLength(3);
    expect(policy.asked).toHaveLength(planned.length - kept.length - shared.length);
    expect(events.every((event) => isDurable(event) || event.text !== '')).toBe(true);
  });
});
