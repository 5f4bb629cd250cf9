/** How many threads batches are computed on, and how long they took. */
export interface ThreadChoice {
  readonly count: number;
  /**
   * Tells how long a batch took.
   *
   * @param tokens of the batch
   * @param length tokens of the longest text that it goes on with
   * @param wanted tokens after which it was asked what comes next; all where left out
   */
  note(tokens: number, length: number, milliseconds: number, wanted?: number): void;
}

/** Batches whose median is compared: one that was held up says nothing. */
const RECENT = 5;

/** As much slower as its best a batch must have become: another thread took the core that one of ours waits for. */
const COLLAPSE = 2;

/** Batches after which more threads are tried again: what held them up may be over. */
const RETRY_AFTER = 300;

/** Batches are compared with those of as much work, on texts of about the same length: a longer cache takes longer to read. */
function kindOf(tokens: number, length: number, wanted: number): string {
  const stretch = Math.floor(Math.log2(Math.max(1, length / 64)));
  return [tokens, wanted, stretch].join();
}

/**
 * Begins with a number of threads and takes half of them when batches of a kind take twice their best time, for some
 * hundred batches: on cores that are busy with something else, threads wait for each other.
 */
export function createThreadChoice(threads: number): ThreadChoice {
  let count = threads;
  let best = new Map<string, number>();
  /** By kind: prompts and scored texts are read in batches of several sizes by turns. */
  let recent = new Map<string, readonly number[]>();
  let sinceFewer = 0;
  const startAgain = (): void => {
    best = new Map();
    recent = new Map();
  };
  return {
    get count() {
      return count;
    },
    note: (tokens, length, milliseconds, wanted = tokens) => {
      sinceFewer += 1;
      if (count < threads && sinceFewer > RETRY_AFTER) {
        count = threads;
        startAgain();
      }
      const kind = kindOf(tokens, length, wanted);
      const times = [...(recent.get(kind) ?? []), milliseconds].slice(-RECENT);
      recent.set(kind, times);
      if (times.length < RECENT) return;
      const median = [...times].sort((one, other) => one - other)[(RECENT - 1) / 2] ?? 0;
      const fastest = Math.min(median, best.get(kind) ?? Number.POSITIVE_INFINITY);
      best.set(kind, fastest);
      if (count === 1 || median < COLLAPSE * fastest) return;
      count = Math.max(1, Math.floor(count / 2));
      sinceFewer = 0;
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
