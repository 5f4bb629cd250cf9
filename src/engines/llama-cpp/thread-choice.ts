/** How many threads batches are computed on, and how long they took. */
export interface ThreadChoice {
  readonly count: number;
  /** Tells how long a batch of so many tokens took, in milliseconds. */
  note(tokens: number, milliseconds: number): void;
}

/** Batches whose median is compared: one that was held up says nothing. */
const RECENT = 5;

/** As much slower as its best a batch must have become: another thread took the core that one of ours waits for. */
const COLLAPSE = 2;

/**
 * Begins with a number of threads and takes half of them when batches of a size take twice their best time. llama.cpp's
 * threads wait for each other by spinning: on cores that are busy with something else, more of them are slower.
 */
export function createThreadChoice(threads: number): ThreadChoice {
  let count = threads;
  let best = new Map<number, number>();
  let recent: number[] = [];
  let size = 0;
  const startAgain = (): void => {
    best = new Map();
    recent = [];
  };
  return {
    get count() {
      return count;
    },
    note: (tokens, milliseconds) => {
      if (tokens !== size) recent = [];
      size = tokens;
      recent = [...recent, milliseconds].slice(-RECENT);
      if (recent.length < RECENT) return;
      const median = [...recent].sort((one, other) => one - other)[(RECENT - 1) / 2] ?? 0;
      const fastest = Math.min(median, best.get(tokens) ?? Number.POSITIVE_INFINITY);
      best.set(tokens, fastest);
      if (count === 1 || median < COLLAPSE * fastest) return;
      count = Math.max(1, Math.floor(count / 2));
      startAgain();
    },
  };
}

/** What is tried at load: one thread, all of them, and what lies between. */
export function threadTrials(most: number): readonly number[] {
  const choices = [1, Math.floor(most / 2), most - 1, most].filter((count) => count >= 1);
  return [...new Set(choices)].sort((one, other) => one - other);
}

/** The fewest threads that are within a tenth of the fastest. */
export function fastestTrial(
  trials: readonly { readonly threads: number; readonly milliseconds: number }[],
): number {
  const fastest = Math.min(...trials.map(({ milliseconds }) => milliseconds));
  const good = trials.filter(({ milliseconds }) => milliseconds <= fastest * 1.1);
  return Math.min(...good.map(({ threads }) => threads));
}
