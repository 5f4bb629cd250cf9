import { starFilledTo } from '../layout/node-shapes.ts';
import { seriesShape } from '../layout/node-shapes.ts';
import type { ScatterMark } from './scatter-point.ts';
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
