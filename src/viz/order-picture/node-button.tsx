import type { ReactNode } from 'react';
import type { TreeNode } from '../../core/index.ts';
import { RovingMark } from '../../ui/index.ts';
import { svg } from '../layout/svg-shapes.ts';
import type { NodeActions } from '../use-node-actions.ts';
import styles from './tree-scene.module.css';

export interface NodeButtonProps {
  readonly node: TreeNode;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly actions: NodeActions;
  readonly children: ReactNode;
}

/** A node as something to press; its children draw it. */
export function NodeButton(props: NodeButtonProps) {
  const { node, label, x, y, isSelected, isTabStop, actions, children } = props;
  return (
    <RovingMark
      className={styles.node}
      transform={svg`translate(${x},${y})`}
      id={node.id}
      group={actions.marks}
      isTabStop={isTabStop}
      name={label}
      aria-current={isSelected ? 'true' : undefined}
      data-state={node.progress.status}
      onPress={actions.select}
      onOpen={actions.open}
    >
      {children}
    </RovingMark>
  );
}
