/** What a run asks for of a flight that it shares with others. */
export interface FlightOfRun {
  /**
   * Waits for a place.
   *
   * @returns leaves it again; called twice it does nothing more
   * @throws the signal's reason when it is aborted while waiting.
   */
  board(signal: AbortSignal): Promise<() => void>;
  /** The run asks for nothing more. */
  end(): void;
}

interface Waiting {
  readonly rank: number;
  readonly enter: () => void;
}

/**
 * How many calls of many runs are under way at once. Runs that were opened earlier go first, so that they end, and few are open
 * at a time. A run that is opened is taken to want what its first layer has until it has asked for that, or a call of it has
 * ended: otherwise more and more would be opened before the first has asked.
 */
export class SharedFlight {
  readonly #most: number;
  readonly #line: Waiting[] = [];
  readonly #expected = new Map<number, number>();
  readonly #whenRoom: (() => void)[] = [];
  #taken = 0;

  /** @param most calls under way at once; at least 1 */
  constructor(most: number) {
    this.#most = most;
  }

  /** Calls that are under way, wait, or are expected at once. */
  get wanted(): number {
    let expected = 0;
    for (const calls of this.#expected.values()) expected += calls;
    return this.#taken + this.#line.length + expected;
  }

  /**
   * A run's own part.
   *
   * @param rank of all runs that share the flight, another for each: the lowest goes first
   * @param expected calls that it is going to ask for at first
   */
  open(rank: number, expected: number): FlightOfRun {
    this.#expected.set(rank, expected);
    return {
      board: async (signal) => {
        const left = this.#expected.get(rank) ?? 0;
        if (left > 0) this.#expected.set(rank, left - 1);
        await this.#wait(rank, signal);
        let isLeft = false;
        return () => {
          if (isLeft) return;
          isLeft = true;
          this.#taken -= 1;
          this.#expectNoMore(rank);
        };
      },
      end: () => {
        this.#expectNoMore(rank);
      },
    };
  }

  /** Resolves when less is wanted than there are places; at once where that is so. Never rejects: the caller knows its signal. */
  room(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const enter = (): void => {
        signal.removeEventListener('abort', enter);
        resolve();
      };
      this.#whenRoom.push(enter);
      if (signal.aborted) enter();
      else signal.addEventListener('abort', enter, { once: true });
      this.#letIn();
    });
  }

  #expectNoMore(rank: number): void {
    this.#expected.delete(rank);
    this.#letIn();
  }

  #wait(rank: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#line.splice(this.#line.indexOf(waiting), 1);
        // The reason is the caller's own, whatever it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal.reason);
        this.#letIn();
      };
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const waiting: Waiting = { rank, enter };
      const after = this.#line.findIndex((other) => other.rank > rank);
      this.#line.splice(after === -1 ? this.#line.length : after, 0, waiting);
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
      this.#letIn();
    });
  }

  #letIn(): void {
    while (this.#taken < this.#most) {
      const next = this.#line.shift();
      if (next === undefined) break;
      this.#taken += 1;
      next.enter();
    }
    if (this.wanted < this.#most) this.#whenRoom.shift()?.();
  }
}
