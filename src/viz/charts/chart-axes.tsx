import type { AxisTick } from './axis-ticks.ts';
import styles from './chart.module.css';

export interface ChartAxisProps {
  readonly ticks: readonly AxisTick[];
  readonly format: (value: number) => string;
}

/** Figures at the left, each with a line across the plot from `left` to `right`. */
export function LeftAxis(
  props: ChartAxisProps & { readonly left: number; readonly right: number },
) {
  const { ticks, format, left, right } = props;
  return ticks.map(({ value, at }) => (
    <g key={value}>
      <line className={styles.grid} x1={left} x2={right} y1={at} y2={at} />
      <text className={`${styles.figure ?? ''} ${styles.atLeft ?? ''}`} x={left - 6} y={at + 3.5}>
        {format(value)}
      </text>
    </g>
  ));
}

/** Figures below, each with a line up through the plot from `bottom` to `top`. */
export function BottomAxis(
  props: ChartAxisProps & { readonly top: number; readonly bottom: number },
) {
  const { ticks, format, top, bottom } = props;
  return ticks.map(({ value, at }) => (
    <g key={value}>
      <line className={styles.grid} x1={at} x2={at} y1={top} y2={bottom} />
      <text className={`${styles.figure ?? ''} ${styles.below ?? ''}`} x={at} y={bottom + 15}>
        {format(value)}
      </text>
    </g>
  ));
}
