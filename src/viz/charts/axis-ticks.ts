import { extent } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';

export interface AxisTick {
  readonly value: number;
  /** CSS pixels along the axis. */
  readonly at: number;
}

const ROUNDING = 1e-9;

/** The least domain of round numbers that holds the values; equal ones get a unit around them. */
export function axisScale(values: readonly number[]): ScaleLinear<number, number> {
  const [least = 0, most = 1] = extent(values);
  // Values that differ by their rounding are as good as equal, and a margin below their own figures would leave no axis.
  const size = Math.max(1, Math.abs(least), Math.abs(most));
  const margin = most - least <= ROUNDING * size ? Math.max(0.5, size * 0.05) : 0;
  return scaleLinear()
    .domain([least - margin, most + margin])
    .nice(5);
}

/** About so many ticks, at least two. */
export function ticksOf(scale: ScaleLinear<number, number>, about: number): readonly AxisTick[] {
  return scale.ticks(Math.max(2, Math.floor(about))).map((value) => ({ value, at: scale(value) }));
}
