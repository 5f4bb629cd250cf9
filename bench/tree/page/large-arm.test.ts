import { describe, expect, it } from 'vitest';
import { nodesOf, pool, rewardOf } from '../../../src/core/index.ts';
import { largeArm, withOneMoreToken } from './large-arm.ts';

describe('largeArm', () => {
  it('has as many drafts as refinements where it is wide', () => {
    const arm = largeArm('wide', 100);
    expect(pool(arm)).toHaveLength(100);
    expect(arm.arm.split).toEqual([50, 50]);
  });

  it('has 50 layers where it is deep', () => {
    const arm = largeArm('deep', 100);
    expect(pool(arm)).toHaveLength(100);
    expect(arm.arm.split).toHaveLength(50);
    expect(nodesOf(arm, 'refinement', 49)).toHaveLength(2);
  });

  it('refines the best of the layer before', () => {
    const { anchors, nodes } = largeArm('deep', 1_000);
    anchors.slice(1).forEach((anchorId, above) => {
      const anchor = nodes.find(({ id }) => id === anchorId);
      const layer = nodes.filter((node) => node.layer === above && node.kind !== 'feedback');
      const rewards = layer.flatMap((node) => rewardOf(node) ?? []);
      expect(anchor && rewardOf(anchor)).toBe(Math.max(...rewards));
    });
  });

  it('is written but for its last response', () => {
    const { nodes } = largeArm('wide', 100);
    expect(nodes.filter(({ progress }) => progress.status !== 'finished')).toEqual([nodes.at(-1)]);
  });
});

describe('withOneMoreToken', () => {
  it('touches the response that is being written, and no other', () => {
    const before = largeArm('wide', 100);
    const after = withOneMoreToken(before);
    const changed = after.nodes.filter((node, place) => node !== before.nodes[place]);
    expect(changed).toEqual([after.nodes.at(-1)]);
    expect(changed[0]?.progress).toMatchObject({ status: 'writing', tokenCount: 2 });
  });
});
