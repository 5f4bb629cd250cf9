/** The entry of the browser's history that the page is at: a node that is opened gets one of its own, which Back closes. */
export interface HistoryPlace {
  /** A node is opened. */
  readonly open: () => void;
  /** The page is at this path now. @returns whether what is written next belongs in an entry of its own */
  readonly isAt: (path: string) => boolean;
  /**
   * Back, Forward or a typed address has led here.
   *
   * @returns whether that only opened or closed a node
   */
  readonly turn: (path: string, isOpened: boolean) => boolean;
}

export function createHistoryPlace(first: string): HistoryPlace {
  let here = { path: first, isOpened: false };
  let opens = false;
  return {
    open: () => {
      opens = !here.isOpened;
    },
    isAt: (path) => {
      const isNew = opens;
      here = { path, isOpened: isNew || (path === here.path && here.isOpened) };
      opens = false;
      return isNew;
    },
    turn: (path, isOpened) => {
      const before = here;
      here = { path, isOpened };
      return path === before.path && isOpened !== before.isOpened;
    },
  };
}
