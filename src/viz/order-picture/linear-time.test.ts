import { describe, expect, it } from 'vitest';
import type { ArmTree, NodeId } from '../../core/index.ts';
import { standingsOf } from '../layout/node-labels.ts';
import { outlineOf } from '../layout/tree-as-list.ts';
import { literalArm } from '../testing/literal-arms.ts';
import { lineageOf } from './lineage-edges.ts';
import { layoutTree, type TreeLayout } from './place-by-order.ts';

const KINDS = ['prs', 'prs-feedback-each', 'prs-without-feedback'] as const;

/** An arm of ten layers of this width, all scored, that tells whenever something of a node is read. */
function countedArm(kind: (typeof KINDS)[number], width: number, onRead: () => void): ArmTree {
  const split = Array.from({ length: 10 }, () => width);
  const { nodes } = literalArm({ kind, split });
  const rewards: Record<NodeId, number> = {};
  nodes.forEach(({ id, kind: own }, place) => {
    if (own !== 'feedback') rewards[id] = place;
  });
  const anchors = split
    .slice(1)
    .map((_, above) =>
      above === 0 ? `draft-${String(width)}` : `refinement-${String(above)}-${String(width)}`,
    );
  const arm = literalArm({ kind, split, rewards, anchors });
  return {
    ...arm,
    nodes: arm.nodes.map(
      (node) =>
        new Proxy(node, {
          get(target, key, receiver): unknown {
            onRead();
            return Reflect.get(target, key, receiver);
          },
        }),
    ),
  };
}

function layoutOf(arm: ArmTree): TreeLayout {
  return layoutTree({ places: arm.nodes, columns: 8, rootLines: 2 });
}

const TASKS: readonly (readonly [string, (arm: ArmTree, layout: TreeLayout) => unknown])[] = [
  ['edges', lineageOf],
  ['standings', standingsOf],
  ['outline', outlineOf],
  ['layout', layoutOf],
];

describe.each(KINDS)('of an arm of kind %s with four times the nodes', (kind) => {
  it.each(TASKS)('%s reads four times as much', (_, task) => {
    const reads = [10, 40].map((width) => {
      let count = 0;
      const arm = countedArm(kind, width, () => {
        count += 1;
      });
      const layout = layoutOf(arm);
      count = 0;
      task(arm, layout);
      return count;
    });
    const [few = 0, many = 0] = reads;
    expect(few).toBeGreaterThan(100);
    expect(many / few).toBeLessThan(4.5);
  });
});
