import { useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { ArmTree, NodeId } from '../../core/index.ts';
import { useRovingMarks } from '../../ui/index.ts';
import { walk } from '../layout/keyboard-walk.ts';
import type { TreeLayout } from '../layout/tree-layout.ts';
import { WALK_KEYS, type NodeActions } from './node-actions.ts';
import type { PanZoom } from './pan-zoom.ts';

export interface NodeActionsRequest {
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
