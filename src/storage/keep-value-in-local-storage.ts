/** One small value that outlives the page, such as what is being typed. What is read back is hostile: validate it. */
export interface KeptValue {
  /** Undefined where nothing is kept or it can't be read. */
  read(): unknown;
  /** Does nothing where the browser keeps nothing: such a value is a comfort, no promise. */
  write(value: unknown): void;
}

/** @param storage `localStorage`, or null where the browser refuses it */
export function keepValue(storage: Storage | null, key: string): KeptValue {
  return {
    read: () => {
      try {
        const text = storage?.getItem(key) ?? null;
        return text === null ? undefined : (JSON.parse(text) as unknown);
      } catch {
        return undefined;
      }
    },
    write: (value) => {
      try {
        storage?.setItem(key, JSON.stringify(value));
      } catch {
        // Full or forbidden: the page works without.
      }
    },
  };
}

/** The browser's own, or null: some browsers throw at the mere look. */
export function localStorageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
