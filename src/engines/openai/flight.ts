/** A place among the requests that are under way, until it is left. */
export interface Seat {
  /** The server said that it has too much to do. */
  readonly turnedAway: () => void;
  /** @param served whether the request was answered */
  readonly leave: (served: boolean) => void;
}

/**
 * How many requests are under way at once: as many as the person allows, fewer where the server turns some away. It halves when
 * one is turned away, once for all that were under way together, and grows by one after as many were served as there are places.
 */
export class Flight {
  readonly #most: number;
  readonly #line: (() => void)[] = [];
  #places: number;
  #taken = 0;
  #servedInARow = 0;

  /** @param most places at most, and at first; at least 1 */
  constructor(most: number) {
    this.#most = most;
    this.#places = most;
  }

  /** Places at this moment. */
  get places(): number {
    return this.#places;
  }

  /**
   * Waits for a place.
   *
   * @throws the signal's reason when it is aborted while waiting.
   */
  async board(signal: AbortSignal): Promise<Seat> {
    signal.throwIfAborted();
    const waiting = this.#wait(signal);
    this.#letIn();
    await waiting.catch(() => {
      signal.throwIfAborted();
    });
    let left = false;
    let seen = this.#places;
    return {
      turnedAway: () => {
        // Otherwise another of the same round has halved it already.
        if (this.#places >= seen) this.#places = Math.max(1, Math.floor(this.#places / 2));
        this.#servedInARow = 0;
        seen = this.#places;
      },
      leave: (served) => {
        if (!left) this.#leave(served);
        left = true;
      },
    };
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#line.splice(this.#line.indexOf(enter), 1);
        reject(new Error('left the line'));
      };
      this.#line.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #letIn(): void {
    while (this.#taken < this.#places) {
      const next = this.#line.shift();
      if (next === undefined) return;
      this.#taken += 1;
      next();
    }
  }

  #leave(served: boolean): void {
    this.#taken -= 1;
    if (served) this.#servedInARow += 1;
    if (this.#servedInARow >= this.#places && this.#places < this.#most) {
      this.#places += 1;
      this.#servedInARow = 0;
    }
    this.#letIn();
  }
}
