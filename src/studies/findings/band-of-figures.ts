import { type BandPoint, bandOverPrompts } from '../../core/index.ts';

/** All bands of a finding are drawn alike, so that those of the same prompts hang together. */
export const BAND_SEED = 1;

/** The mean of a figure, each prompt's own, with its band over prompts; NaN without a prompt. */
export function bandOf(values: readonly number[]): BandPoint {
  const [point] = bandOverPrompts({ curves: values.map((value) => [value]), seed: BAND_SEED });
  return point ?? { mean: Number.NaN, interval: null };
}

/** NaN of none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
