import { describe, expect, it } from 'vitest';
import type { ArmTree } from '../../core/index.ts';
import { finished, literalArm } from '../testing/literal-arms.ts';
import { lineageOf, ROOT } from './lineage-edges.ts';
import { columnsOf, layoutTree } from './place-by-order.ts';

function edgesOf(arm: ArmTree) {
  const columns = columnsOf([arm], 'wide');
  return lineageOf(arm, layoutTree({ places: arm.nodes, columns, rootLines: 2 }));
}

function namesOf(arm: ArmTree, weight: string): readonly string[] {
  return edgesOf(arm)
    .filter((edge) => edge.weight === weight)
    .map(({ from, to }) => `${from ?? '?'} → ${to}`);
}

describe('lineageOf', () => {
  it('leaves the way to the feedback open until the anchor is chosen', () => {
    const arm = literalArm({ split: [2, 2] });
    expect(namesOf(arm, 'pending')).toEqual(['? → feedback-1']);
    expect(namesOf(arm, 'heavy')).toEqual([]);
    expect(edgesOf(arm).every((edge) => !edge.isGrown)).toBe(true);
  });

  it("draws the anchor's branch and the winner's heavy, the others light", () => {
    const arm = literalArm({
      split: [2, 2],
      rewards: { 'draft-1': 0, 'draft-2': 1, 'refinement-1-1': 2, 'refinement-1-2': 1 },
      anchors: ['draft-2'],
      winnerId: 'refinement-1-1',
    });
    expect(namesOf(arm, 'heavy')).toEqual([
      `${ROOT} → draft-2`,
      'draft-2 → feedback-1',
      'feedback-1 → refinement-1-1',
    ]);
    expect(namesOf(arm, 'light')).toEqual([`${ROOT} → draft-1`, 'feedback-1 → refinement-1-2']);
    expect(namesOf(arm, 'pending')).toEqual([]);
  });

  it('leads from the anchor to the refinements where no feedback is written', () => {
    const arm = literalArm({
      kind: 'prs-without-feedback',
      split: [2, 2],
      rewards: { 'draft-1': 1, 'draft-2': 0 },
      anchors: ['draft-1'],
    });
    expect(namesOf(arm, 'light')).toContain('draft-1 → refinement-1-2');
  });

  it('leads from the anchor over each feedback to its own refinement', () => {
    const arm = literalArm({
      kind: 'prs-feedback-each',
      split: [2, 2],
      rewards: { 'draft-1': 0, 'draft-2': 1, 'refinement-1-1': 1, 'refinement-1-2': 2 },
      anchors: ['draft-2'],
      winnerId: 'refinement-1-2',
    });
    expect(namesOf(arm, 'light')).toEqual([
      `${ROOT} → draft-1`,
      'draft-2 → feedback-1-1',
      'feedback-1-1 → refinement-1-1',
    ]);
    expect(namesOf(arm, 'heavy')).toContain('draft-2 → feedback-1-2');
    expect(namesOf(arm, 'heavy')).toContain('feedback-1-2 → refinement-1-2');
  });

  it('leads to the feedback from what it holds the anchor against, too', () => {
    const arm = literalArm({
      kind: 'tpo',
      split: [2, 1],
      rewards: { 'draft-1': 0, 'draft-2': 1 },
      anchors: ['draft-2'],
      rejected: ['draft-1'],
    });
    expect(namesOf(arm, 'heavy')).toContain('draft-2 → feedback-1');
    expect(namesOf(arm, 'rejected')).toEqual(['draft-1 → feedback-1']);
  });

  it('goes around the layers between for an anchor of an earlier layer', () => {
    const split = [2, 1, 1];
    const again = literalArm({ split, anchors: ['draft-1', 'draft-1'] });
    const next = literalArm({ split, anchors: ['draft-1', 'refinement-1-1'] });
    const pathTo = (arm: ArmTree) => edgesOf(arm).find((edge) => edge.to === 'feedback-2')?.path;
    expect(namesOf(again, 'heavy')).toContain('draft-1 → feedback-2');
    // The lane ends in a quarter turn into the note's side.
    expect(pathTo(again)).toContain('Q');
    expect(pathTo(next)).not.toContain('Q');
  });

  it('marks edges whose end was started as grown', () => {
    const arm = literalArm({ split: [2], kind: 'rand', progress: { 'draft-1': finished('a') } });
    expect(edgesOf(arm).map(({ isGrown }) => isGrown)).toEqual([true, false]);
  });
});
