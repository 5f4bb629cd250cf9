import { svg } from '../layout/svg-shapes.ts';
import { axisScale, ticksOf } from './axis-ticks.ts';
import { BottomAxis } from './chart-axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './save-chart/comma-separated.ts';
import chart from './chart.module.css';
import styles from './interval-chart.module.css';

/** One figure with its interval. */
export interface IntervalRow {
  readonly id: string;
  /** Whose it is: "PRS 4/4". */
  readonly label: string;
  /** The figures in words: "1.84 (1.20 to 2.41)". */
  readonly figures: string;
  readonly mean: number;
  /** Null where there is none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface IntervalChartProps {
  readonly rows: readonly IntervalRow[];
  /** Of the chart, a sentence; the rows' words follow it. */
  readonly label: string;
  /** What is read from left to right. */
  readonly title: string;
  /** A value to hold the rows against, as 0 for a difference; null for none. */
  readonly reference: number | null;
  readonly format: (value: number) => string;
  /** What the figures come from: model, scorer, runs and day. */
  readonly provenance: string;
}

const ROW_HEIGHT = 38;
/** Of a row, above its interval. */
const WORDS_HEIGHT = 18;
const BOTTOM = 40;
const EDGE = 18;

/** Figures under each other on one axis, each a dot on its interval. One picture: its words are all in its name. */
export function IntervalChart(props: IntervalChartProps) {
  const { rows, label, title, provenance } = props;
  return (
    <ChartFrame title={label} provenance={provenance} table={() => tableOf(rows, title)}>
      {(width) => <Drawing {...props} width={width} />}
    </ChartFrame>
  );
}

function tableOf(rows: readonly IntervalRow[], title: string): ChartTable {
  return {
    columns: ['row', title, 'low', 'high'],
    rows: rows.map(({ label, mean, interval }) => [
      ...[label, mean],
      ...[interval?.low ?? null, interval?.high ?? null],
    ]),
  };
}

interface DrawingProps extends IntervalChartProps {
  /** CSS pixels. */
  readonly width: number;
}

function Drawing({ rows, label, title, reference, format, width }: DrawingProps) {
  const height = rows.length * ROW_HEIGHT + BOTTOM;
  const bottom = height - BOTTOM;
  const held = reference === null ? [] : [reference];
  const values = rows.flatMap(({ mean, interval }) => [
    mean,
    ...(interval === null ? [] : [interval.low, interval.high]),
  ]);
  const x = axisScale([...values, ...held]).range([EDGE, Math.max(EDGE + 1, width - EDGE)]);
  return (
    <svg
      className={chart.drawing}
      viewBox={svg`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={[label, ...rows.map((row) => `${row.label}: ${row.figures}`)].join('. ')}
    >
      <BottomAxis ticks={ticksOf(x, width / 90)} format={format} top={0} bottom={bottom} />
      {held.map((at) => (
        <path key={at} className={styles.reference} d={besideIntervals(x(at), rows.length)} />
      ))}
      {rows.map((row, place) => (
        <Row key={row.id} {...{ row, width }} x={x} y={place * ROW_HEIGHT} />
      ))}
      <text className={`${chart.title ?? ''} ${chart.end ?? ''}`} x={width - EDGE} y={height - 6}>
        {title} →
      </text>
    </svg>
  );
}

/** Upright through the rows' intervals, with gaps for the words above each. */
function besideIntervals(x: number, rows: number): string {
  return Array.from({ length: rows }, (_, row) => {
    const top = row * ROW_HEIGHT + WORDS_HEIGHT;
    return svg`M${x},${top}v${ROW_HEIGHT - WORDS_HEIGHT}`;
  }).join('');
}

interface RowProps {
  readonly row: IntervalRow;
  readonly x: (value: number) => number;
  /** Upper edge. */
  readonly y: number;
  readonly width: number;
}

function Row({ row: { label, figures, mean, interval }, x, y, width }: RowProps) {
  const middle = y + 26;
  return (
    <>
      <text className={styles.label} x={EDGE} y={y + 14}>
        {label}
      </text>
      <text className={`${styles.label ?? ''} ${styles.figures ?? ''}`} x={width - EDGE} y={y + 14}>
        {figures}
      </text>
      {interval !== null && (
        <path
          className={styles.interval}
          d={svg`M${x(interval.low)},${middle - 4}v8m0,-4H${x(interval.high)}m0,-4v8`}
        />
      )}
      <circle className={styles.dot} cx={x(mean)} cy={middle} r={4} />
    </>
  );
}
