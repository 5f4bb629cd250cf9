import { avalanche, isGreedy, type SamplingSettings } from '../../core/index.ts';
import { largest, largestNumber, measureToken, type MeasuredToken } from './measure-token.ts';

/** One answer's tokens, each drawn from the logits after the one before. */
export interface TokenDraw {
  /** @param logits of the model itself; given back as they were. */
  next(logits: Float32Array): MeasuredToken;
}

export interface DrawSettings {
  readonly sampling: Omit<SamplingSettings, 'maxTokens'>;
  readonly seed: number;
  /** How many of the likeliest tokens are measured beside each; none where left out. */
  readonly likeliest?: number | undefined;
}

/**
 * Draws as the settings say: the presence penalty, then the temperature, then the `topK` likeliest, then the nucleus of `topP`.
 * What is drawn depends on logits, settings, seed and place alone, never on what else is drawn at the time.
 */
export function createTokenDraw({ sampling, seed, likeliest }: DrawSettings): TokenDraw {
  const written = new Set<number>();
  let place = 0;
  return {
    next: (logits) => {
      const before = penalise(logits, written, sampling.presencePenalty);
      const token = pick(logits, sampling, uniform(seed, place));
      for (const [one, logit] of before) logits[one] = logit;
      written.add(token);
      place += 1;
      return measureToken(logits, token, likeliest);
    },
  };
}

/** A number in [0, 1) for each place of each seed. */
export function uniform(seed: number, place: number): number {
  return avalanche(avalanche(seed) ^ Math.imul(place + 1, 0x9e3779b9)) / 2 ** 32;
}

/** Lowers the logits of what was written; returns what they were. */
function penalise(
  logits: Float32Array,
  written: ReadonlySet<number>,
  penalty: number,
): readonly (readonly [token: number, logit: number])[] {
  if (penalty === 0) return [];
  const before = [...written].map((token) => [token, logits[token] ?? 0] as const);
  for (const [token, logit] of before) logits[token] = logit - penalty;
  return before;
}

/** @param chance in [0, 1) */
export function pick(
  logits: Float32Array,
  { temperature, topK, topP }: Pick<SamplingSettings, 'temperature' | 'topK' | 'topP'>,
  chance: number,
): number {
  if (isGreedy({ temperature })) return largest(logits, 1)[0] ?? 0;
  const highest = largestNumber(logits);
  const weigh = (logit: number): number => Math.exp((logit - highest) / temperature);
  if (topK === 0 && topP >= 1) return pickOfAll(logits, weigh, chance);
  const kept = topK > 0 ? largest(logits, topK) : likelyEnough(logits, weigh, topP);
  const weights = kept.map((token) => weigh(logits[token] ?? Number.NEGATIVE_INFINITY));
  const nucleus =
    topP < 1 ? nucleusSize(weights, topP, topK > 0 ? null : mass(logits, weigh)) : kept.length;
  return kept[walk(weights.slice(0, nucleus), chance)] ?? 0;
}

function pickOfAll(logits: Float32Array, weigh: (logit: number) => number, chance: number): number {
  let left = chance * mass(logits, weigh);
  let token = -1;
  for (const logit of logits) {
    token += 1;
    left -= weigh(logit);
    if (left < 0) return token;
  }
  // Rounding alone gets here.
  return token;
}

function mass(logits: Float32Array, weigh: (logit: number) => number): number {
  let sum = 0;
  for (const logit of logits) sum += weigh(logit);
  return sum;
}

/**
 * The tokens that can be in the nucleus, the likeliest first. One whose probability is below (1 - topP) / n can't be: all of
 * those together are less than what the nucleus leaves out. It spares sorting the whole vocabulary.
 */
function likelyEnough(
  logits: Float32Array,
  weigh: (logit: number) => number,
  topP: number,
): readonly number[] {
  const least = (mass(logits, weigh) * (1 - topP)) / logits.length;
  const tokens: number[] = [];
  let token = -1;
  for (const logit of logits) {
    token += 1;
    if (weigh(logit) >= least) tokens.push(token);
  }
  return tokens.sort((one, other) => (logits[other] ?? 0) - (logits[one] ?? 0) || one - other);
}

/**
 * How many of the likeliest make up `topP` of the mass; at least one.
 *
 * @param whole the mass of all tokens; null where the weights are all that are left.
 */
function nucleusSize(weights: readonly number[], topP: number, whole: number | null): number {
  const wanted = topP * (whole ?? weights.reduce((sum, weight) => sum + weight, 0));
  let sum = 0;
  let size = 0;
  for (const weight of weights) {
    if (size > 0 && sum >= wanted) break;
    sum += weight;
    size += 1;
  }
  return size;
}

/** The place at which `chance` of the weights' sum is reached. */
function walk(weights: readonly number[], chance: number): number {
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [place, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return place;
  }
  return weights.length - 1;
}
