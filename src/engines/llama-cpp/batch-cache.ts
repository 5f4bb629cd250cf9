import { messageOf } from '../../core/index.ts';
import { planCache, plansFor, type CachePlan, type CacheRooms } from './cache-shape.ts';
import { isCrash } from './llama-failures.ts';
import type { LlamaLibrary } from './llama-library.ts';
import { Sequences } from './sequences.ts';
import type { ThreadChoice } from './thread-choice.ts';

export interface BatchCacheParts {
  readonly library: LlamaLibrary;
  /** The most that the model reads here, prompt and answer together. */
  readonly contextTokens: number;
  readonly threads: ThreadChoice;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  /** Tells a person what had to be done otherwise here. */
  readonly note: (sentence: string) => void;
}

/** Tokens that are read at once: between two batches it is heard whether a call was aborted. */
export const BATCH_TOKENS = 32;

/** Calls in a row after which a cache that is longer than they need is made shorter, where that leaves room for more answers. */
const SHORTEN_AFTER = 16;

/**
 * The cache that answers and scored texts share: answer i is drawn in sequence i, and behind the answers' sequences lie those
 * that texts are scored in. It is as long as the texts need, and made anew where they need another.
 */
export class BatchCache {
  readonly #parts: BatchCacheParts;
  #plan: CachePlan = { answers: 0, length: 0, scorings: 0 };
  #sequences: Sequences;
  /** For each sequence that texts were scored in, which scoring it was last. */
  #scored = new Map<number, number>();
  #scorings = 0;
  /** Calls in a row that a shorter cache, for more answers at once, would have served as well. */
  #fittedShorter = 0;

  constructor(parts: BatchCacheParts) {
    this.#parts = parts;
    this.#sequences = this.#make(this.#planFor(1));
  }

  /** Answers that are drawn at once. */
  get answers(): number {
    return this.#plan.answers;
  }

  /** What each sequence has read. */
  get sequences(): Pick<Sequences, 'prepare' | 'move'> {
    return this.#sequences;
  }

  /** Whether a text of so many tokens is best served by the cache as it is. */
  suits(neededTokens: number): boolean {
    const wanted = this.#planFor(neededTokens);
    const isTooLong = this.#fittedShorter >= SHORTEN_AFTER && this.#isShorterForMore(wanted);
    return wanted.length <= this.#plan.length && !isTooLong;
  }

  /**
   * Makes it anew, empty, for a text of so many tokens.
   *
   * @throws Error in llama.cpp's words where there is no memory for it; then the former is to be made again by `restore`.
   */
  remake(neededTokens: number): void {
    this.#fittedShorter = 0;
    this.#sequences = this.#make(this.#planFor(neededTokens));
  }

  /** Makes it anew, empty, as long as it was. */
  restore(): void {
    this.#sequences = this.#make(this.#plan);
  }

  /** Makes it anew, empty, as it was at first. */
  reset(): void {
    this.remake(1);
  }

  /** Counts a text of so many tokens towards a shorter cache, once long ones don't come any more. */
  weigh(neededTokens: number): void {
    const fits = this.#isShorterForMore(this.#planFor(neededTokens));
    this.#fittedShorter = fits ? this.#fittedShorter + 1 : 0;
  }

  /** The one that holds the whole prompt, or else the one that was used longest ago: prompts that come again stay read. */
  scoringSequenceFor(prompt: readonly number[]): number {
    const { answers, scorings } = this.#plan;
    const all = Array.from({ length: scorings }, (_, at) => answers + at);
    const holds = (sequence: number): boolean =>
      this.#sequences.sharedWith(sequence, prompt) === prompt.length;
    const usedAt = (sequence: number): number => this.#scored.get(sequence) ?? 0;
    const older = (one: number, other: number): number =>
      usedAt(other) < usedAt(one) ? other : one;
    const chosen = all.find(holds) ?? all.reduce(older, answers);
    this.#scorings += 1;
    this.#scored.set(chosen, this.#scorings);
    return chosen;
  }

  /** Reads a batch, and times it, whatever it is for: threads that wait for each other are noticed at any work. */
  read(...[parts, isWanted]: Parameters<Sequences['read']>): void {
    const { library, threads, now } = this.#parts;
    library.useThreads(threads.count);
    let wanted = 0;
    const before = now();
    this.#sequences.read(parts, (...which) => {
      const is = isWanted(...which);
      wanted += Number(is);
      return is;
    });
    const milliseconds = now() - before;
    const tokens = parts.reduce((sum, part) => sum + part.tokens.length, 0);
    const lengths = parts.map(({ sequence }) => this.#sequences.lengthOf(sequence));
    threads.note(tokens, Math.max(...lengths), milliseconds, wanted);
  }

  #planFor(neededTokens: number): CacheRooms {
    const { library, contextTokens } = this.#parts;
    return planCache(neededTokens, contextTokens, library.facts.cacheBytesPerToken);
  }

  #isShorterForMore({ length, answers }: CacheRooms): boolean {
    return length < this.#plan.length && answers > this.#plan.answers;
  }

  /** Where there is no memory for such a cache, a smaller one is made, as long but for fewer texts at once. */
  #make(rooms: CacheRooms): Sequences {
    let refusal: unknown = null;
    for (const plan of plansFor(rooms)) {
      try {
        const sequences = this.#try(plan);
        if (refusal !== null) this.#parts.note(smallerCacheNote(plan));
        return sequences;
      } catch (error) {
        if (isCrash(error)) throw error;
        refusal ??= error;
      }
    }
    throw refusal instanceof Error ? refusal : new Error(messageOf(refusal));
  }

  #try(plan: CachePlan): Sequences {
    const { library } = this.#parts;
    const { answers, length, scorings } = plan;
    const sequences = answers + scorings;
    library.makeCache({ sequences, length, batch: BATCH_TOKENS });
    this.#plan = plan;
    this.#scored = new Map();
    return new Sequences(library, sequences);
  }
}

function smallerCacheNote({ answers, length }: CacheRooms): string {
  const together =
    answers === 1
      ? 'one text is written at a time'
      : `${String(answers)} texts are written together`;
  return `There was no memory for as many texts of ${String(length)} tokens as usual: ${together}. That takes longer, and changes no text.`;
}
