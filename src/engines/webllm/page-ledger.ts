/** Counts the pages of a cache, so that a sequence is begun only where there is room for all that it may become. */
export interface PageLedger {
  readonly free: number;
  /** @returns false, and nothing is taken, where there aren't as many. */
  take(pages: number): boolean;
  give(pages: number): void;
}

export function createPageLedger(pages: number): PageLedger {
  let free = pages;
  return {
    get free() {
      return free;
    },
    take: (wanted) => {
      if (wanted > free) return false;
      free -= wanted;
      return true;
    },
    give: (returned) => {
      free = Math.min(pages, free + returned);
    },
  };
}

/** Pages of a sequence on its own. */
export function pagesOf(tokens: number, pageTokens: number): number {
  return Math.ceil(tokens / pageTokens);
}

/** Pages that a fork has for itself: the page in whose middle it begins is copied. */
export function pagesOfFork(sharedTokens: number, ownTokens: number, pageTokens: number): number {
  return pagesOf((sharedTokens % pageTokens) + ownTokens, pageTokens);
}
