import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { axisScale, ticksOf, type AxisTick } from './axis-ticks.ts';

/** One point of a curve with a band. */
export interface BandChartPoint {
  readonly x: number;
  /** Null where it isn't known: the curve has a gap there. */
  readonly mean: number | null;
  /** Null where there is no band. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** What it says, for people: "PRS 4/4: 1.84 (1.20 to 2.41) after 8 responses". */
  readonly name: string;
}

/** Edges of the plot, CSS pixels. */
export interface BandFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One curve, in the order given. */
export interface BandCurve {
  readonly line: string;
  /** Empty where no point has a band. */
  readonly band: string;
  /** One for each point. */
  readonly marks: readonly { readonly x: number; readonly y: number | null }[];
}

export interface BandLayout {
  readonly curves: readonly BandCurve[];
  readonly xTicks: readonly AxisTick[];
  /** None where nothing is known. */
  readonly yTicks: readonly AxisTick[];
}

/** Places curves with their bands on shared axes. What isn't known is a gap in line and band: nothing is drawn across it. */
export function bandLayout(
  curves: readonly (readonly BandChartPoint[])[],
  { left, right, top, bottom }: BandFrame,
): BandLayout {
  const points = curves.flat();
  const [least = 0, most = 1] = extent(points, (point) => point.x);
  const x = scaleLinear()
    .domain([least, most === least ? least + 1 : most])
    .range([left, right]);
  const values = points.flatMap(({ mean, interval }) =>
    mean === null ? [] : [mean, interval?.low ?? mean, interval?.high ?? mean],
  );
  const y = axisScale(values).range([bottom, top]);
  const lineOf = line<BandChartPoint>()
    .defined(({ mean }) => mean !== null)
    .x((point) => x(point.x))
    .y(({ mean }) => y(mean ?? 0))
    .digits(2);
  const bandOf = area<BandChartPoint>()
    .defined(({ mean, interval }) => mean !== null && interval !== null)
    .x((point) => x(point.x))
    .y0(({ interval }) => y(interval?.low ?? 0))
    .y1(({ interval }) => y(interval?.high ?? 0))
    .digits(2);
  return {
    curves: curves.map((curve) => ({
      line: lineOf(curve) ?? '',
      band: bandOf(curve) ?? '',
      marks: curve.map((point) => ({
        x: x(point.x),
        y: point.mean === null ? null : y(point.mean),
      })),
    })),
    // Responses, drafts and tokens are counted.
    xTicks: ticksOf(x, (right - left) / 70).filter(({ value }) => Number.isInteger(value)),
    yTicks: values.length === 0 ? [] : ticksOf(y, 5),
  };
}
