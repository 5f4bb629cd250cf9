import { describe, expect, it } from 'vitest';
import { type ArmTree, findNode, nodeName } from '../../core/index.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../../core/testing/fake-run.ts';
import { finished, literalArm, writing } from '../testing/literal-arms.ts';
import { feedbackTitle, nodeLabel, standingsOf, walk } from './node-labels.ts';

const FINISHED = literalArm({
  split: [2, 1, 1],
  rewards: { 'draft-1': 1.84, 'draft-2': 0.5, 'refinement-1-1': 1, 'refinement-2-1': 2.25 },
  progress: { 'feedback-1': finished('Be brief.'), 'feedback-2': finished('Be briefer.') },
  anchors: ['draft-1', 'draft-1'],
  winnerId: 'refinement-2-1',
});

describe('walk', () => {
  const arm = literalArm({ split: [3, 2], anchors: ['draft-2'] });

  it.each([
    ['draft-1', 'right', 'draft-2'],
    ['draft-1', 'left', null],
    ['draft-1', 'last', 'draft-3'],
    ['draft-3', 'first', 'draft-1'],
    ['draft-2', 'down', 'feedback-1'],
    ['draft-3', 'down', 'feedback-1'],
    ['draft-2', 'up', null],
    ['feedback-1', 'up', 'draft-2'],
    ['feedback-1', 'down', 'refinement-1-1'],
    ['feedback-1', 'right', null],
    ['refinement-1-2', 'up', 'feedback-1'],
    ['refinement-1-2', 'down', null],
    ['gone', 'left', 'draft-1'],
  ] as const)('leads from %s %s to %s', (from, direction, to) => {
    expect(walk(arm, from, direction)).toBe(to);
  });

  it('goes between a refinement and its own feedback', () => {
    const each = literalArm({ kind: 'prs-feedback-each', split: [2, 2], anchors: ['draft-2'] });
    expect(walk(each, 'refinement-1-2', 'up')).toBe('feedback-1-2');
    expect(walk(each, 'feedback-1-2', 'down')).toBe('refinement-1-2');
    expect(walk(each, 'feedback-1-1', 'right')).toBe('feedback-1-2');
    expect(walk(each, 'feedback-1-2', 'up')).toBe('draft-2');
    expect(walk(each, 'draft-1', 'down')).toBe('feedback-1-1');
  });

  it('goes up to the anchor where no feedback is written', () => {
    const split = [2, 2];
    const bare = literalArm({ kind: 'prs-without-feedback', split, anchors: ['draft-2'] });
    expect(walk(bare, 'refinement-1-2', 'up')).toBe('draft-2');
    expect(walk(bare, 'draft-1', 'down')).toBe('refinement-1-1');
  });
});

const TPO = literalArm({
  kind: 'tpo',
  split: [3, 1],
  rewards: { 'draft-1': 0.5, 'draft-2': 1.84, 'draft-3': 1 },
  anchors: ['draft-2'],
  rejected: ['draft-1'],
});

it('titles a feedback by what it is about, as far as that is chosen', () => {
  const titleOf = (arm: ArmTree): string => {
    const node = findNode(arm, 'feedback-1');
    return node === null ? '' : feedbackTitle(arm, node);
  };
  expect(titleOf(TPO)).toBe('Feedback on Draft 2 vs Draft 1');
  expect(titleOf({ ...TPO, rejected: [null, null] })).toBe('Feedback on Draft 2');
  expect(titleOf(literalArm({ kind: 'tpo', split: [3, 1] }))).toBe('Feedback on the best');
});

describe('nodeLabel', () => {
  const labelOf = (arm: ArmTree, id: string): string => {
    const node = findNode(arm, id);
    const standing = standingsOf(arm).get(id);
    return node === null || standing === undefined ? '' : nodeLabel(arm, node, standing);
  };

  it('names reward and role', () => {
    expect(labelOf(FINISHED, 'draft-1')).toBe('Draft 1, reward 1.84, anchor');
    expect(labelOf(FINISHED, 'refinement-2-1')).toBe(
      'Refinement 2.1, reward 2.25, winner, improves on its anchor by 0.41',
    );
    expect(labelOf(TPO, 'draft-1')).toBe('Draft 1, reward 0.50, rejected');
    expect(labelOf(FINISHED, 'feedback-1')).toBe('Feedback 1, written');
  });

  it('names the states before a reward, and what has none', () => {
    const progress = {
      'draft-1': writing('The'),
      'draft-2': finished('The end.'),
      'draft-3': { ...finished(' '), remarks: ['empty'] as const },
    };
    const arm = literalArm({ kind: 'rand', split: [4], progress });
    expect(labelOf(arm, 'draft-1')).toBe('Draft 1, being written');
    expect(labelOf(arm, 'draft-2')).toBe('Draft 2, not scored yet');
    expect(labelOf(arm, 'draft-3')).toBe('Draft 3, empty, nothing to score');
    expect(labelOf(arm, 'draft-4')).toBe('Draft 4, planned');
    const zero = literalArm({ kind: 'prs-0-n', split: [0, 2] });
    expect(labelOf(zero, 'anchor-draft')).toBe('Anchor draft, planned, outside the budget');
  });
});

it('numbers the refinements of an adaptive arm, each alone in its layer', async () => {
  const { tree } = await runToEnd(
    plantOne('ab-mcts', [6]),
    fakePolicy((_, call) => String(call)),
    fakeRewardModel(({ response }) => Number(response)),
  );
  const [arm] = tree.arms;
  if (arm === undefined) throw new Error('The run has no arm.');
  const numbers = arm.nodes.flatMap(({ kind, layer }) => (kind === 'refinement' ? layer : []));
  expect(numbers.length).toBeGreaterThan(0);
  const names = arm.nodes.map((node) => nodeName(node, arm));
  for (const number of numbers) {
    expect(names).toContain(`Feedback ${String(number)}`);
    expect(names).toContain(`Refinement ${String(number)}`);
  }
  expect(new Set(names).size).toBe(arm.nodes.length);
});
