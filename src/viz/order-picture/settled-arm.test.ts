import { describe, expect, it } from 'vitest';
import type { ArmTree, NodeProgress } from '../../core/index.ts';
import { finished, literalArm, writing } from '../testing/literal-arms.ts';
import { hasOnlyMoreWords } from './settled-arm.ts';

const ARM = literalArm({ split: [2, 1], progress: { 'draft-2': writing('The') } });

function withProgress(place: number, progress: NodeProgress): ArmTree {
  const nodes = ARM.nodes.map((node, at) => (at === place ? { ...node, progress } : node));
  return { ...ARM, nodes };
}

describe('hasOnlyMoreWords', () => {
  it('is true of more words in what is being written', () => {
    expect(hasOnlyMoreWords(ARM, withProgress(1, writing('The sky')))).toBe(true);
  });

  it('is false where a node begins or ends, or an anchor is chosen', () => {
    expect(hasOnlyMoreWords(ARM, withProgress(0, writing('')))).toBe(false);
    expect(hasOnlyMoreWords(ARM, withProgress(1, finished('The sky.')))).toBe(false);
    expect(hasOnlyMoreWords(ARM, { ...ARM, anchors: [null, 'draft-1'] })).toBe(false);
    expect(hasOnlyMoreWords(ARM, { ...ARM, winnerId: 'draft-1' })).toBe(false);
  });

  it('is false of another plan', () => {
    expect(hasOnlyMoreWords(ARM, literalArm({ split: [2, 2] }))).toBe(false);
  });
});
