import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { ArmTree, NodeId, TreeNode } from '../../core/index.ts';
import { type RovingGroup, RovingMark, useRovingMarks } from '../../ui/index.ts';
import { walk, type WalkDirection } from '../layout/node-labels-and-outline.ts';
import { svg } from '../layout/svg-shapes.ts';
import type { TreeLayout } from '../layout/place-tree-nodes.ts';
import type { PanZoom } from './pan-zoom.ts';
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

/** What a node can ask of the view. One stable object for all nodes, so that a memoised node is not drawn again for it. */
export interface NodeActions {
  readonly select: (id: NodeId) => void;
  readonly open: (id: NodeId) => void;
  readonly marks: RovingGroup<NodeId>;
}

/** Arrow keys and the two ends of a layer. */
const WALK_KEYS: Readonly<Partial<Record<string, WalkDirection>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

interface NodeActionsRequest {
  readonly arm: ArmTree;
  readonly layout: TreeLayout;
  readonly panZoom: RefObject<PanZoom | null>;
  readonly selectedId: NodeId | null;
  readonly onSelect: (id: NodeId) => void;
  readonly onOpen: ((id: NodeId) => void) | undefined;
}

/** What nodes do when pressed, opened or walked from, and the tree's one tab stop. */
export function useNodeActions(request: NodeActionsRequest) {
  const { arm, layout, panZoom, selectedId } = request;
  const { group: marks, tabStopId } = useRovingMarks<NodeId>({
    ids: arm.nodes.map(({ id }) => id).filter((id) => layout.places.has(id)),
    selectedId,
    walk: (id, key) => {
      const direction = WALK_KEYS[key];
      // Where the tree ends the key still belongs to it: the page must not scroll.
      return direction === undefined ? null : (walk(arm, id, direction) ?? id);
    },
    reveal: (id) => {
      const place = layout.places.get(id);
      if (place !== undefined) panZoom.current?.reveal(place.x, place.y);
    },
  });
  // Read only when something happens: nodes keep one stable object whatever the page passes down.
  const latest = useRef(request);
  useLayoutEffect(() => {
    latest.current = request;
  });
  const actions = useMemo<NodeActions>(
    () => ({
      marks,
      select: (id) => {
        latest.current.onSelect(id);
      },
      open: (id) => {
        const { onSelect, onOpen } = latest.current;
        onSelect(id);
        onOpen?.(id);
      },
    }),
    [marks],
  );
  return { actions, tabStopId };
}
