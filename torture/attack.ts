/** One way of doing harm, tried many times, each time by a seed of its own. */
export interface Attack {
  /** What it is named by on the command line. */
  readonly id: string;
  readonly title: string;
  readonly tries: {
    /** In `npm test`; 0 where other tests do the same. */
    readonly small: number;
    /** In `npm run torture`. */
    readonly whole: number;
  };
  /** Starts what all tries share: a page, a browser, a checkout. */
  prepare(): Promise<PreparedAttack>;
}

export interface PreparedAttack {
  /**
   * Does harm once. The same seed does the same harm, as far as a machine allows.
   *
   * @returns what was lost, kept though it is wrong, or not said, as one sentence; null where all survived
   */
  attempt(seed: number): Promise<string | null>;
  /** What came of the tries beside that, for the table. */
  summary(): string;
  close(): Promise<void>;
}

/** An attack that shares nothing but memory. */
export function inMemory(
  attempt: PreparedAttack['attempt'],
  summary: PreparedAttack['summary'],
): PreparedAttack {
  return { attempt, summary, close: () => Promise.resolve() };
}
