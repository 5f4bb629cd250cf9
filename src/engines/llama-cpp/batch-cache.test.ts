import { describe, expect, it } from 'vitest';
import { BATCH_TOKENS, BatchCache } from './batch-cache.ts';
import { createCharacterLibrary } from './testing/character-library.ts';
import { createThreadChoice } from './thread-choice.ts';

interface World {
  /** Tokens of all sequences that there is memory for. */
  readonly memory?: number;
  readonly threads?: number;
  /** Milliseconds that a batch takes. */
  readonly takes?: () => number;
}

function setUp({ memory = Number.POSITIVE_INFINITY, threads = 1, takes = () => 0 }: World = {}) {
  const library = createCharacterLibrary();
  const notes: string[] = [];
  const used: number[] = [];
  let time = 0;
  const cache = new BatchCache({
    library: {
      ...library,
      makeCache: (shape) => {
        if (shape.sequences * shape.length > memory) throw new Error('no room');
        library.makeCache(shape);
      },
      useThreads: (count) => used.push(count),
      read: (batch) => {
        library.read(batch);
        time += takes();
      },
    },
    contextTokens: 4096,
    threads: createThreadChoice(threads),
    now: () => time,
    note: (sentence) => notes.push(sentence),
  });
  return { cache, notes, used, made: library.caches };
}

const sizes = (made: readonly { readonly sequences: number; readonly length: number }[]) =>
  made.map(({ sequences, length }) => [sequences, length]);

describe('a cache that there is no memory for', () => {
  it('is made for fewer answers, and what was done is said', () => {
    const { cache, notes, made } = setUp({ memory: 6 * 1024 });
    expect(sizes(made)).toEqual([[6, 1024]]);
    expect(cache.answers).toBe(4);
    expect(notes).toEqual([expect.stringContaining('4 texts are written together')]);
  });

  it('is made at last for one answer and one scored text', () => {
    const { cache, notes, made } = setUp({ memory: 2 * 1024 });
    expect(sizes(made)).toEqual([[2, 1024]]);
    expect(cache.answers).toBe(1);
    expect(notes).toEqual([expect.stringContaining('one text is written at a time')]);
    const first = cache.scoringSequenceFor([1, 2]);
    expect(cache.scoringSequenceFor([3, 4])).toBe(first);
  });

  it('is refused where there is not even memory for that, and the former can be made again', () => {
    const { cache, made } = setUp({ memory: 10 * 1024 });
    cache.remake(4096);
    expect(sizes(made).at(-1)).toEqual([2, 4096]);
    const small = setUp({ memory: 3 * 1024 });
    expect(() => {
      small.cache.remake(2000);
    }).toThrow('no room');
    small.cache.restore();
    expect(sizes(small.made)).toEqual([
      [3, 1024],
      [3, 1024],
    ]);
  });
});

describe('a cache that is longer than what comes needs', () => {
  it('is made shorter after some calls, where that leaves room for more answers', () => {
    const { cache } = setUp();
    cache.remake(4000);
    expect(cache.answers).toBe(3);
    for (let call = 0; call < 15; call += 1) cache.weigh(500);
    expect(cache.suits(500)).toBe(true);
    cache.weigh(500);
    expect(cache.suits(4000)).toBe(true);
    expect(cache.suits(500)).toBe(false);
    cache.remake(500);
    expect(cache.answers).toBe(8);
  });

  it('is left where long texts still come, or as many answers have room', () => {
    const { cache } = setUp();
    cache.remake(4000);
    for (let call = 0; call < 40; call += 1) cache.weigh(call % 8 === 0 ? 4000 : 500);
    expect(cache.suits(500)).toBe(true);
    cache.remake(2000);
    for (let call = 0; call < 40; call += 1) cache.weigh(500);
    expect(cache.suits(500)).toBe(true);
  });
});

describe('threads that wait for each other', () => {
  /** A text of whole batches and a rest, as scoring reads it. */
  const readText = (cache: BatchCache, sequence: number): void => {
    cache.sequences.prepare(sequence, [7]);
    for (const tokens of [BATCH_TOKENS, BATCH_TOKENS, 5]) {
      const text = Array.from({ length: tokens }, () => 7);
      cache.read([{ sequence, tokens: text }], () => true);
    }
  };

  it('are noticed while texts are only scored', () => {
    let takes = 10;
    const { cache, used } = setUp({ threads: 4, takes: () => takes });
    for (let text = 0; text < 5; text += 1) readText(cache, 8);
    expect(new Set(used)).toEqual(new Set([4]));
    takes = 50;
    for (let text = 0; text < 5; text += 1) readText(cache, 8);
    expect(used.at(-1)).toBeLessThan(4);
  });
});
