import { scaleLinear } from 'd3-scale';
import type { AxisTick } from './axis-ticks.ts';

/** A cell as it is placed. CSS pixels. */
export interface HeatPlace {
  readonly x: number;
  readonly y: number;
}

export interface HeatMapLayout {
  /** Of every cell. */
  readonly width: number;
  readonly height: number;
  readonly place: (column: number, row: number) => HeatPlace;
  /** Of the plot. */
  readonly right: number;
  readonly bottom: number;
  readonly columnTicks: readonly AxisTick[];
  readonly rowTicks: readonly AxisTick[];
}

export interface HeatFrame {
  readonly left: number;
  readonly top: number;
  /** How far to the right there is room. */
  readonly right: number;
}

const MOST_WIDTH = 64;
const MOST_HEIGHT = 26;
const MOST_PLOT_HEIGHT = 416;
/** That a figure at an axis takes. */
const TICK_ROOM = { column: 24, row: 14 };

/**
 * A grid of equal cells, columns to the right and rows upwards in the order given.
 *
 * @param columns what each stands for, rising
 * @param rows the same
 */
export function heatMapLayout(
  columns: readonly number[],
  rows: readonly number[],
  { left, top, right }: HeatFrame,
): HeatMapLayout {
  const across = Math.min(right - left, columns.length * MOST_WIDTH);
  const upwards = Math.min(MOST_PLOT_HEIGHT, rows.length * MOST_HEIGHT);
  // Not d3's scale of bands, which nothing else takes: it would come with the first load, as all of its package does.
  const x = scaleLinear()
    .domain([0, columns.length])
    .range([left, left + across]);
  const y = scaleLinear()
    .domain([0, rows.length])
    .range([top + upwards, top]);
  const [width, height] = [across / columns.length, upwards / rows.length];
  const ofColumn = new Map(columns.map((column, place) => [column, x(place)]));
  const ofRow = new Map(rows.map((row, place) => [row, y(place + 1)]));
  return {
    ...{ width, height, right: left + across, bottom: top + upwards },
    place: (column, row) => ({ x: ofColumn.get(column) ?? left, y: ofRow.get(row) ?? top }),
    columnTicks: spaced(columns, TICK_ROOM.column / width).map((value) => ({
      value,
      at: (ofColumn.get(value) ?? 0) + width / 2,
    })),
    rowTicks: spaced(rows, TICK_ROOM.row / height).map((value) => ({
      value,
      at: (ofRow.get(value) ?? 0) + height / 2,
    })),
  };
}

/** So that no two figures touch: every second, every third and so on, back from the last. */
function spaced(values: readonly number[], apart: number): readonly number[] {
  const step = Math.max(1, Math.ceil(apart));
  return values.filter((_, place) => (values.length - 1 - place) % step === 0);
}
