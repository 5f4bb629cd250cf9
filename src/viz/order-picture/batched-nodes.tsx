import { memo, type MouseEvent } from 'react';
import type { NodeId, TreeNode } from '../../core/index.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import type { NodeActions } from '../use-node-actions.ts';
import { batchNodes, nodeAt } from './batch-shapes.ts';
import type { TreeLayout } from './place-by-order.ts';
import styles from './batched-nodes.module.css';

export interface BatchedNodesProps {
  readonly nodes: readonly TreeNode[];
  readonly layout: TreeLayout;
  readonly scale: RewardScale | null;
  readonly actions: NodeActions;
}

/**
 * Many nodes as a few paths. A click means the nearest one; keys walk to each, which is then drawn by itself, and the outline
 * says in words what is here.
 */
export const BatchedNodes = memo(function BatchedNodes(props: BatchedNodesProps) {
  const { nodes, layout, scale, actions } = props;
  const { outlines, fillings } = batchNodes(nodes, layout, scale);
  const meant = (event: MouseEvent<SVGGElement>, act: (id: NodeId) => void): void => {
    const id = nodeUnder(event, layout);
    if (id !== null) act(id);
  };
  return (
    <g
      className={styles.nodes}
      aria-hidden="true"
      onClick={(event) => {
        meant(event, actions.select);
      }}
      onDoubleClick={(event) => {
        meant(event, actions.open);
      }}
    >
      <rect className={styles.catcher} width={layout.width} height={layout.height} />
      {outlines.map(({ key, path }) => (
        <path key={key} className={styles.ground} d={path} />
      ))}
      {fillings.map(({ key, path, colour }) => (
        <path key={key} d={path} fill={colour} />
      ))}
      {outlines.map(({ key, path, status }) => (
        <path key={key} className={`${styles.outline ?? ''} ${styles[status] ?? ''}`} d={path} />
      ))}
    </g>
  );
});

function nodeUnder(event: MouseEvent<SVGGElement>, layout: TreeLayout): NodeId | null {
  const toDrawing = event.currentTarget.getScreenCTM()?.inverse();
  if (toDrawing === undefined) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toDrawing);
  return nodeAt(x, y, layout);
}
