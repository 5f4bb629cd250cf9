import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { createPanZoom, type PanZoom, type PanZoomSizes } from './pan-zoom.ts';

/** How much a node shows: its mark only; its reward beneath; its gain's number as well; its words as well. */
export type Detail = 'shape' | 'reward' | 'gain' | 'words';

// Below these scales neighbours' numbers would run into each other.
const REWARD_FROM = 0.38;
const GAIN_FROM = 0.66;
/** The scale from which words are shown in the nodes. */
export const WORDS_FROM = 2.4;

/** The detail that can be read at a scale. */
export function detailAt(scale: number): Detail {
  if (scale >= WORDS_FROM) return 'words';
  if (scale >= GAIN_FROM) return 'gain';
  return scale >= REWARD_FROM ? 'reward' : 'shape';
}

/** Ties the gestures of one drawing to its two elements; React hears only when the detail changes. */
export function usePanZoom(
  surfaceRef: RefObject<SVGSVGElement | null>,
  contentRef: RefObject<SVGGElement | null>,
  sizes: PanZoomSizes,
): { readonly panZoom: RefObject<PanZoom | null>; readonly detail: Detail } {
  const panZoom = useRef<PanZoom | null>(null);
  const [detail, setDetail] = useState<Detail>('reward');
  useLayoutEffect(() => {
    if (surfaceRef.current === null || contentRef.current === null) return;
    const made = createPanZoom({
      surface: surfaceRef.current,
      content: contentRef.current,
      onScale: (scale) => {
        setDetail(detailAt(scale));
      },
    });
    panZoom.current = made;
    return () => {
      panZoom.current = null;
      made.destroy();
    };
  }, [surfaceRef, contentRef]);
  const { viewport, content } = sizes;
  useLayoutEffect(() => {
    panZoom.current?.update({
      viewport: { width: viewport.width, height: viewport.height },
      content: { width: content.width, height: content.height },
    });
  }, [viewport.width, viewport.height, content.width, content.height]);
  return { panZoom, detail };
}
