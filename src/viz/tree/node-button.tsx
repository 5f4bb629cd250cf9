import type { KeyboardEvent, ReactNode } from 'react';
import type { TreeNode } from '../../core/index.ts';
import { svg } from '../layout/svg-path.ts';
import { WALK_KEYS, type NodeActions } from './node-actions.ts';
import styles from './nodes.module.css';

export interface NodeButtonProps {
  readonly node: TreeNode;
  /** Id of the SVG element. */
  readonly elementId: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly actions: NodeActions;
  readonly children: ReactNode;
}

/** A node as something to press: name, focus and keys; its children draw it. */
export function NodeButton(props: NodeButtonProps) {
  const { node, elementId, label, x, y, isSelected, isTabStop, actions, children } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = WALK_KEYS[event.key];
    if (direction !== undefined) actions.walk(node.id, direction);
    else if (event.key === 'Enter' || event.key === ' ') actions.open(node.id);
    else return;
    event.preventDefault();
  };
  return (
    <g
      id={elementId}
      className={styles.node}
      transform={svg`translate(${x},${y})`}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      aria-current={isSelected ? 'true' : undefined}
      data-state={node.progress.status}
      onClick={() => {
        actions.select(node.id);
      }}
      onDoubleClick={() => {
        actions.open(node.id);
      }}
      onFocus={() => {
        actions.focused(node.id);
      }}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      {children}
    </g>
  );
}
