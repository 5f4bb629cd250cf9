import styles from './SamplingTreeView.module.css';

export interface ZoomButtonsProps {
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  /** Zooms to the selected node; null while there is none. */
  readonly onReadNode: (() => void) | null;
}

const STEP = 1.6;

/** What the gestures do, for those who can't or won't make them. */
export function ZoomButtons({ onZoom, onFit, onReadNode }: ZoomButtonsProps) {
  return (
    <div className={styles.buttons} role="group" aria-label="Zoom">
      <button
        type="button"
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={() => {
          onZoom(1 / STEP);
        }}
      >
        −
      </button>
      <button
        type="button"
        aria-label="Zoom in"
        title="Zoom in (+); or Ctrl and the wheel"
        onClick={() => {
          onZoom(STEP);
        }}
      >
        +
      </button>
      <button type="button" title="Show the whole tree (0)" onClick={onFit}>
        Fit
      </button>
      <button
        type="button"
        title="Zoom to the selected node until its words can be read"
        disabled={onReadNode === null}
        onClick={() => onReadNode?.()}
      >
        Read node
      </button>
    </div>
  );
}
