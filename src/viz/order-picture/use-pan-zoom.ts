import { startTransition, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { areaToDraw, type DrawnArea } from './area-in-view.ts';
import {
  createPanZoom,
  type Detail,
  detailAt,
  type PanZoom,
  type Size,
  type View,
} from './pan-zoom.ts';
import { hasMany, type TreeLayout } from './place-by-order.ts';

/** How a drawing is looked at, as far as that changes what is drawn. */
export interface Look {
  readonly detail: Detail;
  /** What to draw; null where all is, or before it is known. */
  readonly area: DrawnArea | null;
  /** Whether a node's numbers can be read with ease: from here on those of a large tree are drawn one by one. */
  readonly isNear: boolean;
}

/**
 * Ties the gestures of one drawing to its two elements; React hears only when something else is to be drawn.
 *
 * @param drawn the surface's size, in CSS pixels, and what is drawn
 */
export function usePanZoom(
  surface: RefObject<SVGSVGElement | null>,
  content: RefObject<SVGGElement | null>,
  drawn: { readonly viewport: Size; readonly layout: TreeLayout },
): { readonly panZoom: RefObject<PanZoom | null>; readonly look: Look } {
  const panZoom = useRef<PanZoom | null>(null);
  const [look, setLook] = useState<Look>(UNSEEN);
  // The last one that React has heard of: most steps of a gesture change nothing that it draws.
  const told = useRef<Look>(UNSEEN);
  const { viewport, layout } = drawn;
  const followsArea = hasMany(layout);
  useLayoutEffect(() => {
    if (surface.current === null || content.current === null) return;
    const made = createPanZoom({
      surface: surface.current,
      content: content.current,
      onView: (view) => {
        const next = lookAt(view, told.current, followsArea);
        if (next === told.current) return;
        told.current = next;
        const change = (): void => {
          setLook(next);
        };
        // A gesture goes on while what it makes visible is drawn.
        if (view.isGesture) startTransition(change);
        else change();
      },
    });
    panZoom.current = made;
    return () => {
      panZoom.current = null;
      made.destroy();
    };
  }, [surface, content, followsArea]);
  useLayoutEffect(() => {
    panZoom.current?.update({
      viewport: { width: viewport.width, height: viewport.height },
      content: { width: layout.width, height: layout.height },
    });
  }, [viewport.width, viewport.height, layout.width, layout.height, followsArea]);
  return { panZoom, look };
}

const UNSEEN: Look = { detail: 'reward', area: null, isNear: false };

const NEAR_FROM = 1;

/** The same object where nothing else is to be drawn. */
function lookAt({ scale, area: seen }: View, before: Look, followsArea: boolean): Look {
  const detail = detailAt(scale);
  if (!followsArea) return detail === before.detail ? before : { ...UNSEEN, detail };
  const isNear = scale >= NEAR_FROM;
  const area = areaToDraw(seen, scale, isNear === before.isNear ? before.area : null);
  return detail === before.detail && area === before.area ? before : { detail, area, isNear };
}
