import type { BatchEntry, CacheShape, LlamaLibrary, ModelFacts } from '../llama-library.ts';

/** Ends an answer. */
const END = 1;

const FACTS: ModelFacts = {
  trainedTokens: 8192,
  vocabularyTokens: 70_000,
  width: 2,
  cacheBytesPerToken: 23_040,
  addsFirstToken: false,
  addsLastToken: false,
  chatTemplate:
    "{% for m in messages %}{{ m.content }}{% endfor %}{{ '>' if add_generation_prompt }}",
  firstToken: '',
  lastToken: '',
};

export interface CharacterLibrary extends LlamaLibrary {
  /** Each batch: which sequences it read for, and how many tokens of each. */
  readonly batches: readonly (readonly [sequence: number, tokens: number])[][];
  readonly caches: readonly CacheShape[];
  /** Makes the next batch fail. */
  breakNext(error: Error): void;
  /** Caches of longer sequences can't be made from now on. */
  refuseCachesOver(length: number): void;
  /** The next log-probability can't be told. */
  breakNextFigure(error: Error): void;
}

/**
 * A model whose tokens are characters. What comes next hangs on all that its sequence has read, and on the drawer's seed:
 * so a sequence that had read something else, or was mixed up with another, would go on otherwise.
 */
export function createCharacterLibrary(
  facts: Partial<ModelFacts> = {},
  endsAfter = Number.POSITIVE_INFINITY,
): CharacterLibrary {
  let sequences: number[][] = [];
  let last: readonly { readonly entry: BatchEntry; readonly read: readonly number[] }[] = [];
  let fault: Error | null = null;
  let figureFault: Error | null = null;
  let longestCache = Number.POSITIVE_INFINITY;
  const batches: [number, number][][] = [];
  const caches: CacheShape[] = [];
  const of = (sequence: number): number[] => {
    const found = sequences[sequence];
    if (found === undefined) throw new Error(`no sequence ${String(sequence)}`);
    return found;
  };
  const readAt = (at: number): readonly number[] => {
    const one = last[at];
    if (one?.entry.wanted !== true) throw new Error(`nothing was asked for at ${String(at)}`);
    return one.read;
  };
  return {
    facts: { ...FACTS, ...facts },
    mostThreads: 1,
    batches,
    caches,
    breakNext: (error) => (fault = error),
    refuseCachesOver: (length) => (longestCache = length),
    breakNextFigure: (error) => (figureFault = error),
    makeCache: (shape) => {
      sequences = [];
      if (shape.length > longestCache) throw new Error('failed to allocate the cache');
      caches.push(shape);
      sequences = Array.from({ length: shape.sequences }, () => []);
    },
    useThreads: () => undefined,
    tokenise: (text) => Array.from(text, (one) => one.codePointAt(0) ?? 0),
    pieceOf: (token) => new TextEncoder().encode(token === END ? '' : String.fromCodePoint(token)),
    isEnd: (token) => token === END,
    read: (batch) => {
      if (fault !== null) {
        const error = fault;
        fault = null;
        throw error;
      }
      const counts = new Map<number, number>();
      last = batch.map((entry) => {
        const read = of(entry.sequence);
        if (read.length !== entry.place) throw new Error('a token was read at a wrong place');
        read.push(entry.token);
        counts.set(entry.sequence, (counts.get(entry.sequence) ?? 0) + 1);
        return { entry, read: [...read] };
      });
      batches.push([...counts]);
    },
    forget: (sequence, from) => {
      sequences[sequence] = of(sequence).slice(0, from);
      return true;
    },
    copy: (from, to) => {
      sequences[to] = [...of(from)];
    },
    logProbabilities: (entry, token) => {
      if (figureFault !== null) {
        const error = figureFault;
        figureFault = null;
        throw error;
      }
      const logProbability = -1 - ((hash(readAt(entry)) + token) % 100) / 100;
      return { logProbability, likeliest: [] };
    },
    hiddenState: () => new Float32Array(2),
    makeDrawer: (_, seed) => {
      let drawn = 0;
      return {
        draw: (entry) => {
          drawn += 1;
          if (drawn > endsAfter) return END;
          return 97 + (((hash(readAt(entry)) ^ seed) >>> 0) % 26);
        },
        free: () => undefined,
      };
    },
  };
}

function hash(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => (Math.imul(sum, 31) + number) >>> 0, 7);
}
