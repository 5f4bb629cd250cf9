import { seriesShape, starFilledTo } from '../layout/node-shapes.ts';
import styles from './scatter-chart.module.css';

export interface ScatterMarkShapeProps {
  readonly mark: ScatterMark | null;
  /** Index of the series, whose shape it is; null draws the star alone. */
  readonly series: number | null;
}

/** Radius that every mark stays within, in CSS pixels. */
export const MARK_RADIUS = 13;

/** A point's own shape, on a star where it wins: filled for the first scorer, hollow for the second, filled in a ring for both. */
export function ScatterMarkShape({ mark, series }: ScatterMarkShapeProps) {
  const isFirst = mark === 'first-winner' || mark === 'both';
  return (
    <>
      {mark === 'both' && <circle className={styles.ring} r={MARK_RADIUS - 1} />}
      {mark !== null && (
        <path
          className={isFirst ? styles.firstStar : styles.secondStar}
          d={starFilledTo(1, mark === 'both' ? 10.5 : 12).outline}
        />
      )}
      {series !== null && (
        <path
          className={isFirst ? styles.onStar : styles.shape}
          d={seriesShape(series, mark === null ? 4.5 : 2.8)}
        />
      )}
    </>
  );
}

/** One response read by two scorers, or by a scorer and a measure. */
export interface ScatterPoint {
  /** Unique in the chart. */
  readonly id: string;
  /** Its name for people, such as “Draft 3”. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Null where neither axis has it as its best. */
  readonly mark: ScatterMark | null;
  /** What it belongs to, such as an arm's name: told by shape. */
  readonly series: string;
}

/** Whose best a response is: the first scorer's (x), the second's (y) or both's. */
export type ScatterMark = 'first-winner' | 'second-winner' | 'both';

/** An axis as its caller names it. */
export interface ScatterAxis {
  /** With its unit, where it has one: “Length in words”. */
  readonly title: string;
  readonly format: (value: number) => string;
}

/** The series of points in the order in which they first come. */
export function seriesOf(points: readonly ScatterPoint[]): readonly string[] {
  return [...new Set(points.map(({ series }) => series))];
}
