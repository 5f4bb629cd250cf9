/** The last layer of a sequence classifier with one label: reward = weights · state + bias. */
export interface ScoreHead {
  /** One weight for each number of the hidden state, finite. */
  readonly weights: Float64Array;
  /** 0 where the model has none. */
  readonly bias: number;
  /** Where it was read from, for people. */
  readonly source: string;
}

/** weights · state + bias, summed in 64 bits. */
export function scoreState({ weights, bias }: ScoreHead, state: Float32Array): number {
  return weights.reduce((sum, weight, place) => sum + weight * (state[place] ?? NaN), bias);
}

/** The head of the self-test; tools/parity/reward-model.py makes the same one. */
const MADE_UP_SEED = 20_261_123;
const MADE_UP_BIAS = 0.5;

/**
 * A head that was never trained, the same everywhere: weight i is 0.2 · (s_i / 2^32 - 0.5), where
 * s_i = 1664525 · s_(i-1) + 1013904223 modulo 2^32 (the linear congruential generator of Numerical Recipes) from the seed.
 */
export function makeUpHead(width: number): ScoreHead {
  let state = MADE_UP_SEED;
  const weights = Float64Array.from({ length: width }, () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return 0.2 * (state / 2 ** 32 - 0.5);
  });
  return { weights, bias: MADE_UP_BIAS, source: `made up from seed ${String(MADE_UP_SEED)}` };
}
