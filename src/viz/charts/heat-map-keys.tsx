import type { RewardScale } from '../layout/reward-scale.ts';
import { svg } from '../layout/svg-shapes.ts';
import chart from './chart.module.css';
import styles from './heat-map.module.css';

/** CSS pixels. */
export const KEYS_HEIGHT = 66;

const STEPS = 24;
const BAR = { width: 120, height: 10, top: 20 };
const MARK = { width: 16, height: 12, top: 42 };
/** From the first mark to the second. */
const APART = 164;

export interface HeatMapKeysProps {
  readonly scale: RewardScale;
  /** What colour says. */
  readonly title: string;
  readonly format: (value: number) => string;
  readonly left: number;
  readonly top: number;
  /** Whether some cells aren't known. */
  readonly hasUnknown: boolean;
}

/** What colours and marks mean. It is a part of the drawing, so that it is saved with it. */
export function HeatMapKeys({ scale, title, format, left, top, hasUnknown }: HeatMapKeysProps) {
  const { least, most } = scale.domain;
  const step = BAR.width / STEPS;
  const y = top + BAR.top;
  return (
    <g aria-hidden="true">
      <text className={chart.title} x={left} y={top + 14}>
        {title}: {format(least)} to {format(most)}
      </text>
      {Array.from({ length: STEPS }, (_, place) => (
        <rect
          key={place}
          x={left + place * step}
          y={y}
          // No seam between one and the next.
          width={step + (place < STEPS - 1 ? 0.5 : 0)}
          height={BAR.height}
          fill={scale.colour(least + ((place + 0.5) / STEPS) * (most - least))}
        />
      ))}
      <rect className={styles.bestKey} x={left} y={top + MARK.top} {...MARK_SIZE} />
      <text className={chart.figure} x={left + MARK.width + 6} y={top + MARK.top + 10}>
        {hasUnknown ? 'best known of its row' : 'best of its row'}
      </text>
      {hasUnknown && <UnknownKey x={left + APART} y={top + MARK.top} />}
    </g>
  );
}

const MARK_SIZE = { width: MARK.width, height: MARK.height };

function UnknownKey({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <>
      <UnknownCell {...{ x, y }} {...MARK_SIZE} />
      <text className={chart.figure} x={x + MARK.width + 6} y={y + 10}>
        not sampled for all
      </text>
    </>
  );
}

export interface UnknownCellProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A cell without a figure: empty and crossed, also where colours are few. */
export function UnknownCell(props: UnknownCellProps) {
  const { x, y, width, height } = props;
  const [left, right] = [x + width * 0.3, x + width * 0.7];
  return (
    <>
      <rect className={styles.unknown} {...props} />
      <path
        className={styles.cross}
        d={svg`M${left},${y + height * 0.7}L${right},${y + height * 0.3}`}
      />
    </>
  );
}
