import type { ScaleLinear } from 'd3-scale';
import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { axisScale, ticksOf, type AxisTick } from './axis-ticks.ts';

/** Inner edges of a chart's plot, in CSS pixels from its top left corner. */
export interface PlotFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** y = intercept + slope · x, in the data's units. */
export interface ScatterLine {
  readonly slope: number;
  readonly intercept: number;
}

export interface PlacedPoint<Point> {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
}

export interface ScatterLayout<Point> {
  /** From left to right, equals from the least y upwards: the order in which arrow keys walk. */
  readonly places: readonly PlacedPoint<Point>[];
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  /** The part of the line within the plot; null without a line or where it passes outside. */
  readonly line: LineSegment | null;
}

export interface LineSegment {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Points to places: two linear axes, each rounded outwards from its values; y grows upwards. */
export function scatterLayout<Point extends { readonly x: number; readonly y: number }>(
  points: readonly Point[],
  frame: PlotFrame,
  line: ScatterLine | null,
): ScatterLayout<Point> {
  const x = axisScale(points.map((point) => point.x)).range([frame.left, frame.right]);
  const y = axisScale(points.map((point) => point.y)).range([frame.bottom, frame.top]);
  return {
    places: [...points]
      .sort((one, other) => one.x - other.x || one.y - other.y)
      .map((point) => ({ point, x: x(point.x), y: y(point.y) })),
    xTicks: ticksOf(x, (frame.right - frame.left) / 80),
    yTicks: ticksOf(y, (frame.bottom - frame.top) / 48),
    line: line === null ? null : clipped(line, x, y),
  };
}

function clipped(
  { slope, intercept }: ScatterLine,
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
): LineSegment | null {
  const [left = 0, right = 0] = x.domain();
  const [bottom = 0, top = 0] = y.domain();
  const height = (at: number): number => intercept + slope * at;
  if (slope === 0 && (intercept < bottom || intercept > top)) return null;
  // Where the line enters and leaves the band between bottom and top.
  const crossings =
    slope === 0 ? [left, right] : [bottom, top].map((level) => (level - intercept) / slope);
  const from = Math.max(left, Math.min(...crossings));
  const to = Math.min(right, Math.max(...crossings));
  if (from >= to) return null;
  return {
    from: { x: x(from), y: y(height(from)) },
    to: { x: x(to), y: y(height(to)) },
  };
}

/**
 * Where a key leads from a place of a scatter: left and right along x, up and down along y, Home and End to the ends of x; null
 * for other keys and at the last point.
 *
 * @param places from left to right, as the layout gives them.
 */
export function walkScatter<Point>(
  places: readonly PlacedPoint<Point>[],
  from: PlacedPoint<Point>,
  key: string,
): PlacedPoint<Point> | null {
  const across = places.indexOf(from);
  // Upwards on the page is towards smaller y; equal heights keep their order from the left.
  const byHeight = [...places].sort((one, other) => other.y - one.y);
  const up = byHeight.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
      return places[across - 1] ?? null;
    case 'ArrowRight':
      return places[across + 1] ?? null;
    case 'ArrowUp':
      return byHeight[up + 1] ?? null;
    case 'ArrowDown':
      return byHeight[up - 1] ?? null;
    case 'Home':
      return places[0] ?? null;
    case 'End':
      return places.at(-1) ?? null;
    default:
      return null;
  }
}

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolWye];

/**
 * The path of a series' shape around the origin: series differ by shape, because colour means reward. After the fifth they repeat.
 *
 * @param index of the series, from 0.
 * @param radius of a disc with the same area, in CSS pixels.
 */
export function seriesShape(index: number, radius: number): string {
  return symbol(SHAPES[index % SHAPES.length], Math.PI * radius ** 2).digits(2)() ?? '';
}
