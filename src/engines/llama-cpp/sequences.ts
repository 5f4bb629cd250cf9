import type { LlamaLibrary } from './llama-library.ts';

type Cache = Pick<LlamaLibrary, 'read' | 'forget' | 'copy'>;

/**
 * What each sequence of the cache has read, so that what two texts begin with is read once: a sequence that is to read a
 * text first takes over the longest beginning that any of them holds.
 */
export class Sequences {
  readonly #cache: Cache;
  readonly #held: number[][];

  constructor(cache: Cache, count: number) {
    this.#cache = cache;
    this.#held = Array.from({ length: count }, () => []);
  }

  /** Tokens that a sequence has read. */
  lengthOf(sequence: number): number {
    return this.#of(sequence).length;
  }

  /** How many of the first tokens a sequence holds already. */
  sharedWith(sequence: number, tokens: readonly number[]): number {
    return sharedLength(this.#of(sequence), tokens);
  }

  /**
   * Makes a sequence hold as many of the first tokens as any of them does, but not all: the last one is read again, since
   * what comes after it is asked for.
   *
   * @param keep tokens at the end that are to be read in any case
   * @returns how many it holds
   */
  prepare(sequence: number, tokens: readonly number[], keep = 1): number {
    const beginning = tokens.slice(0, Math.max(0, tokens.length - keep));
    const own = this.sharedWith(sequence, beginning);
    const best = this.#held.reduce(
      (found, held, at) => {
        const length = sharedLength(held, beginning);
        return length > found.length ? { at, length } : found;
      },
      { at: sequence, length: own },
    );
    if (best.at !== sequence) this.move(best.at, sequence);
    if (this.lengthOf(sequence) > best.length) this.#shorten(sequence, best.length);
    return this.lengthOf(sequence);
  }

  /** Makes one sequence what another is. */
  move(from: number, to: number): void {
    this.#cache.copy(from, to);
    this.#held[to] = [...this.#of(from)];
  }

  /**
   * Reads one batch: the next tokens of some sequences.
   *
   * @param wanted whether what comes after a token is asked for
   */
  read(
    parts: readonly { readonly sequence: number; readonly tokens: readonly number[] }[],
    wanted: (part: number, place: number) => boolean,
  ): void {
    this.#cache.read(
      parts.flatMap(({ sequence, tokens }, part) =>
        tokens.map((token, place) => ({
          token,
          place: this.lengthOf(sequence) + place,
          sequence,
          wanted: wanted(part, place),
        })),
      ),
    );
    for (const { sequence, tokens } of parts) this.#of(sequence).push(...tokens);
  }

  #shorten(sequence: number, length: number): void {
    const kept = this.#cache.forget(sequence, length);
    this.#held[sequence] = kept ? this.#of(sequence).slice(0, length) : [];
  }

  #of(sequence: number): number[] {
    const held = this.#held[sequence];
    if (held === undefined) throw new RangeError(`there is no sequence ${String(sequence)}`);
    return held;
  }
}

function sharedLength(one: readonly number[], other: readonly number[]): number {
  const most = Math.min(one.length, other.length);
  for (let at = 0; at < most; at += 1) if (one[at] !== other[at]) return at;
  return most;
}
