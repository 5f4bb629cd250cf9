import type { RefObject } from 'react';
import type { NodePosition } from '../layout/tree-layout.ts';
import type { PanZoom } from './pan-zoom.ts';
import { WORDS_FROM } from './use-pan-zoom.ts';
import styles from './sampling-tree-view.module.css';

export interface ZoomButtonsProps {
  readonly panZoom: RefObject<PanZoom | null>;
  /** Where the selected node stands; null while there is none. */
  readonly readAt: NodePosition | null;
}

export const ZOOM_STEP = 1.6;
/** A node's words stand under it. */
const WORDS_BELOW = 20;

/** What the gestures do, for those who can't or won't make them. */
export function ZoomButtons({ panZoom, readAt }: ZoomButtonsProps) {
  const readNode = (): void => {
    if (readAt === null) return;
    panZoom.current?.zoomTo(readAt.x, readAt.y + WORDS_BELOW, WORDS_FROM * 1.3);
  };
  return (
    <div className={styles.buttons} role="group" aria-label="Zoom">
      <button
        type="button"
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={() => panZoom.current?.zoomBy(1 / ZOOM_STEP)}
      >
        −
      </button>
      <button
        type="button"
        aria-label="Zoom in"
        title="Zoom in (+); or Ctrl and the wheel"
        onClick={() => panZoom.current?.zoomBy(ZOOM_STEP)}
      >
        +
      </button>
      <button type="button" title="Show the whole tree (0)" onClick={() => panZoom.current?.fit()}>
        Fit
      </button>
      <button
        type="button"
        title="Zoom to the selected node until its words can be read"
        disabled={readAt === null}
        onClick={readNode}
      >
        Read node
      </button>
    </div>
  );
}
