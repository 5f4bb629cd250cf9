import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ArmTree, NodeId } from '../../core/index.ts';
import { walk } from '../layout/keyboard-walk.ts';
import type { TreeLayout } from '../layout/tree-layout.ts';
import type { NodeActions } from './node-actions.ts';
import type { PanZoom } from './pan-zoom.ts';

export interface NodeActionsRequest {
  readonly arm: ArmTree;
  readonly layout: TreeLayout;
  readonly panZoom: RefObject<PanZoom | null>;
  readonly elementIdOf: (id: NodeId) => string;
  readonly onSelect: (id: NodeId) => void;
  readonly onOpen: ((id: NodeId) => void) | undefined;
}

/** What nodes do when pressed, opened or walked from, and which node had the focus last (the tree's one tab stop). */
export function useNodeActions(request: NodeActionsRequest) {
  const [focusedId, setFocusedId] = useState<NodeId | null>(null);
  // Read only when something happens: nodes keep one stable object whatever the page passes down.
  const latest = useRef(request);
  useLayoutEffect(() => {
    latest.current = request;
  });
  const actions = useMemo<NodeActions>(
    () => ({
      select: (id) => {
        latest.current.onSelect(id);
      },
      open: (id) => {
        const { onSelect, onOpen } = latest.current;
        onSelect(id);
        onOpen?.(id);
      },
      walk: (id, direction) => {
        const { arm, layout, panZoom, elementIdOf } = latest.current;
        const next = walk(arm, id, direction);
        if (next === null) return;
        const place = layout.places.get(next);
        if (place !== undefined) panZoom.current?.reveal(place.x, place.y);
        document.getElementById(elementIdOf(next))?.focus({ preventScroll: true });
      },
      focused: setFocusedId,
    }),
    [],
  );
  return { actions, focusedId };
}
