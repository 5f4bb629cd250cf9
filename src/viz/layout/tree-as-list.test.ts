import { describe, expect, it } from 'vitest';
import type { ArmTree } from '../../core/index.ts';
import { finished, literalArm } from '../testing/literal-arms.ts';
import { type OutlineItem, outlineOf } from './tree-as-list.ts';

const FINISHED = literalArm({
  split: [2, 1, 1],
  rewards: { 'draft-1': 1.84, 'draft-2': 0.5, 'refinement-1-1': 1, 'refinement-2-1': 2.25 },
  progress: { 'feedback-1': finished('Be brief.'), 'feedback-2': finished('Be briefer.') },
  anchors: ['draft-1', 'draft-1'],
  winnerId: 'refinement-2-1',
});

describe('outlineOf', () => {
  const count = (items: readonly OutlineItem[]): number =>
    items.reduce((sum, { children }) => sum + 1 + count(children), 0);

  it('hangs both feedbacks from a draft that stays the anchor', () => {
    const [first] = outlineOf(FINISHED);
    expect(first?.children.map(({ node }) => node.id)).toEqual(['feedback-1', 'feedback-2']);
  });

  it('hangs each refinement from its own feedback', () => {
    const each = literalArm({ kind: 'prs-feedback-each', split: [1, 2], anchors: ['draft-1'] });
    const [first] = outlineOf(each);
    expect(first?.children.map(({ node, children }) => [node.id, children[0]?.node.id])).toEqual([
      ['feedback-1-1', 'refinement-1-1'],
      ['feedback-1-2', 'refinement-1-2'],
    ]);
  });

  it('holds every node exactly once, chosen anchors or not', () => {
    const arms: ArmTree[] = [
      FINISHED,
      literalArm({ split: [4, 2, 2] }),
      literalArm({ kind: 'prs-0-n', split: [0, 4], anchors: ['anchor-draft'] }),
      literalArm({ kind: 'prs-feedback-each', split: [2, 2, 1] }),
      literalArm({ kind: 'prs-feedback-each', split: [2, 2, 1], anchors: ['draft-1', 'draft-1'] }),
      literalArm({ kind: 'prs-without-feedback', split: [2, 2] }),
      literalArm({ kind: 'prs-without-feedback', split: [2, 2], anchors: ['draft-1'] }),
    ];
    for (const arm of arms) expect(count(outlineOf(arm))).toBe(arm.nodes.length);
  });
});
