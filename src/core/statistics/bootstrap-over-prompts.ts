import { avalanche } from '../seeds.ts';
import type { Interval } from './wilson-interval.ts';

/** The ends of the interval are then off by about 0.35 % of the draws, as a standard deviation. */
const RESAMPLES = 2000;
const OUTSIDE = 0.05;

/**
 * The draws of a bootstrap over prompts (Efron 1979), by resample: how often each prompt was drawn. The same seed draws the same prompts.
 *
 * @returns none for fewer than two prompts, which say nothing of others
 */
export function timesDrawn(prompts: number, seed: number): readonly Uint32Array[] {
  if (prompts < 2) return [];
  return Array.from({ length: RESAMPLES }, (_, resample) => {
    const stream = avalanche(avalanche(seed) ^ resample);
    const times = new Uint32Array(prompts);
    for (let draw = 0; draw < prompts; draw += 1) {
      const prompt = Math.floor((avalanche(stream ^ draw) / 2 ** 32) * prompts);
      times[prompt] = (times[prompt] ?? 0) + 1;
    }
    return times;
  });
}

/** The percentile interval, 95 %, of a figure of each draw; null where nothing was drawn. */
export function intervalOfDraws(
  draws: readonly Uint32Array[],
  figure: (times: Uint32Array) => number,
): Interval | null {
  if (draws.length === 0) return null;
  const figures = Float64Array.from(draws, figure).sort();
  const at = (share: number): number =>
    figures[Math.round(share * (figures.length - 1))] ?? Number.NaN;
  return { low: at(OUTSIDE / 2), high: at(1 - OUTSIDE / 2) };
}
