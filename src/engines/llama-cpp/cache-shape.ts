/**
 * Bytes that the cache of all sequences is made for: enough for eight answers of a small model, little for a page. A large
 * model takes more, since one answer and two scored texts have room whatever they take.
 */
const CACHE_BYTES = 2 ** 29;

/** Lengths that a sequence's part of the cache may have, in tokens; the first that is enough is taken. */
const LENGTHS = [1024, 2048, 4096] as const;

/** Longest text, prompt and answer together, in tokens. */
export const MOST_CONTEXT_TOKENS = 4096;

/** More answers at once are hardly faster on a processor (docs/decisions/2026-11-25-llama-cpp-kernels.md). */
export const MOST_ANSWERS = 8;

/** Sequences that texts are scored in: one for the prompt with the preference, one for the prompt alone. */
const SCORING_SEQUENCES = 2;

/** How the cache is divided. */
export interface CacheRooms {
  /** Sequences that answers are drawn in. */
  readonly answers: number;
  /** Tokens of every sequence, those that texts are scored in too. */
  readonly length: number;
}

/** A cache that is to be made. */
export interface CachePlan extends CacheRooms {
  /** Sequences that texts are scored in. */
  readonly scorings: number;
}

/** The caches to try for such rooms, each smaller than the one before: half as many answers, at last one beside one scored text. */
export function plansFor({ answers, length }: CacheRooms): readonly CachePlan[] {
  const plans: CachePlan[] = [];
  for (let count = answers; count >= 1; count = Math.floor(count / 2)) {
    plans.push({ answers: count, length, scorings: SCORING_SEQUENCES });
  }
  return [...plans, { answers: 1, length, scorings: 1 }];
}

/**
 * The cache for texts of so many tokens: as many answers at once as it holds, at least one.
 *
 * @param neededTokens prompt and answer together
 * @param contextTokens the most that the model reads here
 */
export function planCache(
  neededTokens: number,
  contextTokens: number,
  bytesPerToken: number,
): CacheRooms {
  const enough = LENGTHS.find((length) => length >= neededTokens) ?? contextTokens;
  const length = Math.min(enough, contextTokens);
  const sequences = Math.floor(CACHE_BYTES / (length * bytesPerToken));
  const answers = Math.max(1, Math.min(MOST_ANSWERS, sequences - SCORING_SEQUENCES));
  return { answers, length };
}
