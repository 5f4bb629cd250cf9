/** How an address is written: into the entry of the history that is there, or into one of its own, for a step or for what was opened. */
export type HistoryEntry = 'same' | 'step' | 'opened';

/**
 * The entry of the browser's history that the page is at: a node that is opened gets one of its own, which Back closes, and so does
 * a step of the split, which Back takes back.
 */
export interface HistoryPlace {
  /** A node is opened. */
  readonly open: () => void;
  /** A person has set up another split. */
  readonly step: () => void;
  /** The page is at this path now. @returns where what is written next belongs */
  readonly isAt: (path: string) => HistoryEntry;
  /**
   * Back, Forward or a typed address has led here.
   *
   * @returns whether that only opened or closed a node
   */
  readonly turn: (path: string, isOpened: boolean) => boolean;
}

export function createHistoryPlace(first: string): HistoryPlace {
  let here = { path: first, isOpened: false };
  let next: HistoryEntry = 'same';
  return {
    open: () => {
      if (!here.isOpened) next = 'opened';
    },
    step: () => {
      if (next === 'same') next = 'step';
    },
    isAt: (path) => {
      const entry = next;
      here = { path, isOpened: entry === 'opened' || (path === here.path && here.isOpened) };
      next = 'same';
      return entry;
    },
    turn: (path, isOpened) => {
      const before = here;
      here = { path, isOpened };
      return path === before.path && isOpened !== before.isOpened;
    },
  };
}
