import type { Interval } from '../../../../core/index.ts';
import { formatReward } from '../../../../ui/index.ts';
import styles from './votes.module.css';

export interface StrengthBarProps {
  readonly strength: number;
  readonly interval: Interval;
  /** Of all rows, with 0 in it, so that bars can be compared. */
  readonly domain: Interval;
}

const WIDTH = 120;
const HEIGHT = 16;
const MARGIN = 2;

/** A strength as a bar from 0, its interval as whiskers. Neutral: colour means reward, and votes are read in figures. */
export function StrengthBar({ strength, interval, domain }: StrengthBarProps) {
  const span = domain.high - domain.low || 1;
  const x = (value: number): number =>
    Number((MARGIN + ((value - domain.low) / span) * (WIDTH - 2 * MARGIN)).toFixed(1));
  const [zero, end] = [x(0), x(strength)];
  const [low, high] = [x(interval.low), x(interval.high)];
  return (
    <svg
      className={styles.bar}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`Strength ${formatReward(strength)}, ${intervalText(interval)}`}
    >
      <rect
        className={styles.barFill}
        x={Math.min(zero, end)}
        y={4}
        width={Math.abs(end - zero)}
        height={8}
      />
      <path className={styles.barZero} d={`M${String(zero)} 0V${String(HEIGHT)}`} />
      <path
        className={styles.whisker}
        d={`M${String(low)} 5V11M${String(low)} 8H${String(high)}M${String(high)} 5V11`}
      />
    </svg>
  );
}

/** "95 % interval −0.31 to 1.20" */
function intervalText({ low, high }: Interval): string {
  return `95 % interval ${formatReward(low)} to ${formatReward(high)}`;
}

/** The least range that holds 0 and every interval. */
export function domainOf(intervals: readonly Interval[]): Interval {
  return {
    low: Math.min(0, ...intervals.map(({ low }) => low)),
    high: Math.max(0, ...intervals.map(({ high }) => high)),
  };
}
