/** A few things that many ask for: each is one caller's at a time, and callers are served in the order in which they came. */
export class Places<Place> {
  readonly #free: Place[];
  readonly #waiting: ((place: Place) => void)[] = [];

  constructor(places: readonly Place[]) {
    this.#free = [...places];
  }

  /**
   * Does something with one of the free ones.
   *
   * @param worthOf how well one suits: the best of the free ones is taken; who waits gets the next, so that nobody who comes later does
   * @throws the signal's reason when it is aborted before its turn.
   */
  async use<Result>(
    worthOf: (place: Place) => number,
    signal: AbortSignal,
    work: (place: Place) => Promise<Result>,
  ): Promise<Result> {
    const place =
      this.#free.length > 0
        ? this.#takeBest(worthOf)
        : await new Promise<Place>((resolve) => this.#waiting.push(resolve));
    try {
      signal.throwIfAborted();
      return await work(place);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(place);
      else next(place);
    }
  }

  #takeBest(worthOf: (place: Place) => number): Place {
    const worths = this.#free.map(worthOf);
    const [best] = this.#free.splice(worths.indexOf(Math.max(...worths)), 1);
    if (best === undefined) throw new Error('no place is free');
    return best;
  }
}
