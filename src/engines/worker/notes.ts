import type { PolicyNotes } from '../../core/index.ts';

/** Notes that are added one by one. */
export interface GrowingNotes extends PolicyNotes {
  /** Adds a sentence; one that is there already stays there once. */
  readonly add: (sentence: string) => void;
}

export function createNotes(): GrowingNotes {
  const listeners = new Set<() => void>();
  let sentences: readonly string[] = [];
  return {
    getSnapshot: () => sentences,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (sentence) => {
      if (sentences.includes(sentence)) return;
      sentences = [...sentences, sentence];
      for (const listener of listeners) listener();
    },
  };
}
