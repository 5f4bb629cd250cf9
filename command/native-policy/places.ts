/** A few things that many ask for: each is one caller's at a time, and callers are served in the order in which they came. */
export class Places<Place> {
  readonly #free: Place[];
  readonly #waiting: (() => void)[] = [];

  constructor(places: readonly Place[]) {
    this.#free = [...places];
  }

  /**
   * Does something with one of the free ones.
   *
   * @param worthOf how well one suits: the best of the free ones is taken
   * @throws the signal's reason when it is aborted before its turn.
   */
  async use<Result>(
    worthOf: (place: Place) => number,
    signal: AbortSignal,
    work: (place: Place) => Promise<Result>,
  ): Promise<Result> {
    while (this.#free.length === 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    const place = this.#takeBest(worthOf);
    try {
      signal.throwIfAborted();
      return await work(place);
    } finally {
      this.#free.push(place);
      this.#waiting.shift()?.();
    }
  }

  #takeBest(worthOf: (place: Place) => number): Place {
    const worths = this.#free.map(worthOf);
    const [best] = this.#free.splice(worths.indexOf(Math.max(...worths)), 1);
    if (best === undefined) throw new Error('no place is free');
    return best;
  }
}
