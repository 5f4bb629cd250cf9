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
