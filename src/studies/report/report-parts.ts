import type { Interval } from '../../core/index.ts';

/** Figures of one kind, unrounded: shown in the report, and a CSV file of its own. */
export interface ReportTable {
  /** Of its file: small letters and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** As many cells as there are columns; null where it isn't known. */
  readonly rows: readonly (readonly ReportCell[])[];
}

export type ReportCell = string | number | null;

/** A figure over prompts with the band that 95 % of a bootstrap lie in, or another interval. */
export interface Estimate {
  readonly mean: number;
  readonly interval: Interval | null;
}

/** A picture of figures; the table behind it has them all. */
export type ReportChart = IntervalsChart | CurvesChart;

/** Figures under each other on one axis. */
export interface IntervalsChart {
  readonly kind: 'intervals';
  readonly label: string;
  readonly axis: string;
  /** A value to hold the rows against; null for none. */
  readonly reference: number | null;
  readonly rows: readonly (Estimate & { readonly label: string })[];
}

/** Curves with their bands on shared axes. */
export interface CurvesChart {
  readonly kind: 'curves';
  readonly label: string;
  readonly xAxis: string;
  readonly yAxis: string;
  readonly curves: readonly ReportCurve[];
}

export interface ReportCurve {
  readonly label: string;
  readonly points: readonly CurveChartPoint[];
}

export interface CurveChartPoint {
  readonly x: number;
  /** Null where it isn't sampled: it is marked on the axis and nothing is drawn across it. */
  readonly estimate: Estimate | null;
}

/** A piece of a report, in the order in which it is read. */
export type ReportBlock =
  | { readonly kind: 'sentences'; readonly sentences: readonly string[] }
  | { readonly kind: 'list'; readonly sentences: readonly string[] }
  | { readonly kind: 'chart'; readonly chart: ReportChart }
  | { readonly kind: 'table'; readonly table: ReportTable; readonly isFolded: boolean };

export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  readonly sections: readonly ReportSection[];
  /** Whether only its title is seen until it is opened. */
  readonly isFolded?: boolean;
}
