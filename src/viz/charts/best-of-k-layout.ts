import { line } from 'd3-shape';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { BestOfKPoint, OverOptimisation } from '../../core/index.ts';
import { axisScale, ticksOf, type AxisTick } from './axis-ticks.ts';

/** One of the two curves: its own axis, the same k. */
export interface CurvePanel {
  /** CSS pixels from the chart's top. */
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly AxisTick[];
  readonly path: string;
  /** Height of the curve at each k, in the order of the points. */
  readonly heights: readonly number[];
}

export interface BestOfKLayout {
  /** By point: CSS pixels from the left. */
  readonly xs: readonly number[];
  /** Width that belongs to one k. */
  readonly step: number;
  readonly kTicks: readonly AxisTick[];
  readonly selecting: CurvePanel;
  readonly evaluating: CurvePanel;
  /** The evaluating curve's peak and its last height; null where it does not turn. */
  readonly turn: { readonly x: number; readonly y: number; readonly endY: number } | null;
}

/** Edges of the drawing: the panels stand one above the other and share k. */
export interface BestOfKFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly panelHeight: number;
  readonly gap: number;
}

/** Best-of-k curves to two panels. */
export function bestOfKLayout(
  points: readonly BestOfKPoint[],
  turn: OverOptimisation | null,
  frame: BestOfKFrame,
): BestOfKLayout {
  const last = points.at(-1)?.k ?? 1;
  const x = scaleLinear()
    .domain([1, Math.max(2, last)])
    .range([frame.left, frame.right]);
  const xs = points.map(({ k }) => x(k));
  const below = frame.top + frame.panelHeight + frame.gap;
  const evaluating = panel(
    points.map((point) => point.evaluating),
    xs,
    below,
    frame.panelHeight,
  );
  const peak = points.findIndex(({ k }) => k === turn?.k);
  return {
    xs,
    step: (frame.right - frame.left) / Math.max(1, last - 1),
    kTicks: wholeTicks(x, last),
    selecting: panel(
      points.map((point) => point.selecting),
      xs,
      frame.top,
      frame.panelHeight,
    ),
    evaluating,
    turn:
      peak === -1
        ? null
        : {
            x: xs[peak] ?? 0,
            y: evaluating.heights[peak] ?? 0,
            endY: evaluating.heights.at(-1) ?? 0,
          },
  };
}

function panel(
  values: readonly number[],
  xs: readonly number[],
  top: number,
  height: number,
): CurvePanel {
  const scale = axisScale(values).range([top + height, top]);
  const heights = values.map((value) => scale(value));
  const path = line<number>()
    .x((_, index) => xs[index] ?? 0)
    .y((at) => at)
    .digits(2);
  return {
    top,
    bottom: top + height,
    ticks: ticksOf(scale, 3),
    path: path(heights) ?? '',
    heights,
  };
}

/** Whole numbers alone, 1 and the last always among them, none so near the last that their figures would touch. */
function wholeTicks(scale: ScaleLinear<number, number>, last: number): readonly AxisTick[] {
  const least = (last - 1) / 12;
  const between = scale
    .ticks(6)
    .filter((k) => Number.isInteger(k) && k - 1 >= least && last - k >= least && k > 1 && k < last);
  return [...new Set([1, ...between, last])].map((value) => ({ value, at: scale(value) }));
}
