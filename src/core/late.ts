/** Something whose code is fetched after the page stands: what is drawn first doesn't wait for it. */
export interface Late<Value> {
  /** Null until it is there. */
  readonly now: () => Value | null;
  /** Fetches it once; what failed is fetched again when it is wanted again. Rejects with a sentence for people. */
  readonly load: () => Promise<Value>;
  /** Tells when it is there. @returns what ends that */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * @param name what it is, as it begins a sentence
 * @param fetch such as an import
 */
export function late<Value>(name: string, fetch: () => Promise<Value>): Late<Value> {
  const listeners = new Set<() => void>();
  let value: Value | null = null;
  let loading: Promise<Value> | null = null;
  const load = async (): Promise<Value> => {
    try {
      value = await fetch();
    } catch (cause) {
      loading = null;
      throw new Error(`${name} could not be fetched. Try again when the network is back.`, {
        cause,
      });
    }
    for (const listener of listeners) listener();
    return value;
  };
  return {
    now: () => value,
    load: () => (loading ??= load()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** All of several, there once each of them is. */
export function allLate(name: string, parts: readonly Late<unknown>[]): Late<true> {
  return late(name, async () => {
    await Promise.all(parts.map(({ load }) => load()));
    return true as const;
  });
}
