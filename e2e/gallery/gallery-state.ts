import type { ReactNode } from 'react';

/** One pane in one state. */
export interface GalleryState {
  readonly name: string;
  /** Of the pane on a wide page, in CSS pixels. */
  readonly width: number;
  readonly draw: () => ReactNode;
  /** The button that leads to the state, where the pane itself keeps it. */
  readonly press?: string;
}
