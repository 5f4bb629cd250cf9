import { svg } from '../layout/svg-shapes.ts';
import styles from './chart-lines.module.css';

/** Patterns that the style sheet has. */
const DASHES = 6;
const KEY = { width: 40, height: 12 };

interface LineStyle {
  /** Of the line among those of its chart, from 0: it gives the dashes, since colour means reward. */
  readonly place: number;
  /** Whether the first is wide and pale, so that what others share with it is seen upon it. */
  readonly isFirstWide: boolean;
}

export interface ChartLineProps extends LineStyle {
  /** An SVG path. */
  readonly d: string | undefined;
}

/** A line of a chart. */
export function ChartLine({ place, isFirstWide, d }: ChartLineProps) {
  const isWide = isFirstWide && place === 0;
  return <path className={styles.line} data-dashes={place % DASHES} data-is-wide={isWide} d={d} />;
}

export interface LineLegendProps extends Pick<LineStyle, 'isFirstWide'> {
  readonly lines: readonly { readonly id: string; readonly label: string }[];
}

/** Which line is whose: words in the plot would lie on lines, and at their ends there is room for few of them. */
export function LineLegend({ lines, isFirstWide }: LineLegendProps) {
  return (
    <ul className={styles.legend} aria-label="Lines">
      {lines.map(({ id, label }, place) => (
        <li key={id}>
          <svg width={KEY.width} height={KEY.height} aria-hidden="true">
            <ChartLine {...{ place, isFirstWide }} d={svg`M0,${KEY.height / 2}H${KEY.width}`} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
