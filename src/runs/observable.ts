/** A value that can be watched: what `useSyncExternalStore` needs, without React. */
export interface Observable<Value> {
  readonly getSnapshot: () => Value;
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A part of an observable: its listeners are called only when that part is another. */
export function selectFrom<Value, Part>(
  source: Observable<Value>,
  select: (value: Value) => Part,
): Observable<Part> {
  const getSnapshot = (): Part => select(source.getSnapshot());
  return {
    getSnapshot,
    subscribe: (listener) => {
      let known = getSnapshot();
      return source.subscribe(() => {
        const part = getSnapshot();
        if (Object.is(part, known)) return;
        known = part;
        listener();
      });
    },
  };
}

/** Calls `flush` once, soon; asked again before that, it does nothing more. Injected, so that tests need no time. */
export type Schedule = (flush: () => void) => void;

/** An observable that its owner sets. Listeners are called when the schedule says, however often it was set before. */
export class Subject<Value> implements Observable<Value> {
  #value: Value;
  #pending = false;
  readonly #schedule: Schedule;
  readonly #listeners = new Set<() => void>();

  constructor(value: Value, schedule: Schedule) {
    this.#value = value;
    this.#schedule = schedule;
  }

  readonly getSnapshot = (): Value => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: Value): void {
    this.#value = value;
    if (this.#pending) return;
    this.#pending = true;
    this.#schedule(() => {
      this.#pending = false;
      this.#tell();
    });
  }

  /** As `set`, for what a person has just done: what they see and click next must not be a moment behind. */
  setAtOnce(value: Value): void {
    this.#value = value;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
