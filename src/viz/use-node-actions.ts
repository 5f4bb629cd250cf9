import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ArmTree, NodeId } from '../core/index.ts';
import { type RovingGroup, useRovingMarks } from '../ui/index.ts';
import { walk, type WalkDirection } from './layout/node-labels.ts';

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
  readonly selectedId: NodeId | null;
  readonly onSelect: (id: NodeId) => void;
  readonly onOpen: ((id: NodeId) => void) | undefined;
  /** Brings a node into view before it is focused; without it the browser scrolls to it. */
  readonly reveal?: (id: NodeId) => void;
}

/** What an arm's nodes do when pressed, opened or walked from, and its drawing's one tab stop. */
export function useNodeActions(request: NodeActionsRequest) {
  const { arm, selectedId, reveal } = request;
  const { group: marks, tabStopId } = useRovingMarks<NodeId>({
    ids: arm.nodes.map(({ id }) => id),
    selectedId,
    walk: (id, key) => {
      const direction = WALK_KEYS[key];
      // Where the tree ends the key still belongs to it: the page must not scroll.
      return direction === undefined ? null : (walk(arm, id, direction) ?? id);
    },
    ...(reveal === undefined ? {} : { reveal }),
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
