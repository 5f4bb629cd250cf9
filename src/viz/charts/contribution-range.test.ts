import { describe, expect, it } from 'vitest';
import type { ArmTree } from '../../core/index.ts';
import { literalArm } from '../testing/literal-arms.ts';
import { contributionRange } from './contribution-range.ts';

/** An arm whose drafts have these parts of their reward. */
function armOf(parts: readonly (readonly number[])[]): ArmTree {
  const rewards = Object.fromEntries(parts.map((_part, i) => [`draft-${String(i + 1)}`, 0]));
  const arm = literalArm({ kind: 'rand', split: [parts.length], rewards });
  const breakdownOf = (values: readonly number[]) =>
    values.map((value, i) => ({ id: `part-${String(i)}`, label: 'Part', value, measured: '' }));
  return {
    ...arm,
    nodes: arm.nodes.map((node, i) =>
      node.scoring.status === 'scored'
        ? {
            ...node,
            scoring: {
              ...node.scoring,
              reward: { ...node.scoring.reward, breakdown: breakdownOf(parts[i] ?? []) },
            },
          }
        : node,
    ),
  };
}

describe('the range of the bars', () => {
  it('holds zero, and the parts of all responses', () => {
    expect(contributionRange(armOf([[1, 2], [3]]))).toEqual({ least: 0, most: 3 });
    expect(contributionRange(armOf([[]]))).toEqual({ least: 0, most: 0 });
  });

  it('leaves out one that lies far below nearly all others', () => {
    const usual = Array.from({ length: 39 }, (_each, i) => [i % 2 === 0 ? -1 : 1]);
    expect(contributionRange(armOf([...usual, [-20]]))).toEqual({ least: -1, most: 1 });
  });
});
