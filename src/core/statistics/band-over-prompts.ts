import { intervalOfDraws, timesDrawn } from './bootstrap-over-prompts.ts';
import { mean } from './means-and-least-squares.ts';
import type { Interval } from './wilson-interval.ts';

/** One point of a mean curve. */
export interface BandPoint {
  /** Over the prompts. */
  readonly mean: number;
  /** 95 %; null for fewer than two prompts, which say nothing of others. */
  readonly interval: Interval | null;
}

/** Curves to draw a band around. */
export interface CurvesOfPrompts {
  /** One for each prompt, all of the same length, in the same units. */
  readonly curves: readonly (readonly number[])[];
  /** The same seed draws the same prompts. */
  readonly seed: number;
}

/**
 * The mean of a figure over prompts, point by point, and how far it may be from that over all prompts of the kind: the percentile
 * interval of a bootstrap over prompts (Efron 1979). A prompt is drawn with its whole curve, since its points hang together, and
 * curves of two arms over the same prompts are drawn alike where their seed is the same.
 *
 * It knows nothing of draws within a prompt but what they do to its curve, and is a little narrow for few prompts: of 10 with
 * normal figures it holds the truth nine times in ten. The time is in line with 2,000 times prompts times points.
 *
 * @returns a point for each of the curves', none for no curves.
 * @throws RangeError when the curves differ in length.
 */
export function bandOverPrompts({ curves, seed }: CurvesOfPrompts): readonly BandPoint[] {
  const [first = []] = curves;
  if (curves.some(({ length }) => length !== first.length))
    throw new RangeError('All curves need the same points.');
  const draws = timesDrawn(curves.length, seed);
  return first.map((_, point) => {
    const values = Float64Array.from(curves, (curve) => curve[point] ?? Number.NaN);
    return {
      mean: mean([...values]) ?? Number.NaN,
      interval: intervalOfDraws(draws, meanDrawn(values)),
    };
  });
}

function meanDrawn(values: Float64Array): (times: Uint32Array) => number {
  return (times) => {
    let sum = 0;
    for (let prompt = 0; prompt < values.length; prompt += 1) {
      sum += (times[prompt] ?? 0) * (values[prompt] ?? 0);
    }
    return sum / values.length;
  };
}
