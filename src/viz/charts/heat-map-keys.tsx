import type { RewardScale } from '../layout/reward-scale.ts';
import { svg } from '../layout/svg-shapes.ts';
import chart from './chart.module.css';
import styles from './heat-map.module.css';

/** CSS pixels. */
export const KEYS_HEIGHT = 80;

const STEPS = 24;
const BAR = { width: 120, height: 10, top: 20 };
const ZERO = { reach: 3, top: 44 };
const MARK = { width: 16, height: 12, top: 56 };
/** From the first mark to the second. */
const APART = 164;

export interface HeatMapKeysProps {
  readonly scale: RewardScale;
  /** What colour says. */
  readonly title: string;
  readonly format: (value: number) => string;
  /** What 0 stands for; null where it is a figure like any other. */
  readonly zero: string | null;
  readonly left: number;
  readonly top: number;
  /** Whether some cells aren't known. */
  readonly hasUnknown: boolean;
}

/** What colours and marks mean. It is a part of the drawing, so that it is saved with it. */
export function HeatMapKeys(props: HeatMapKeysProps) {
  const { scale, title, format, left, top, hasUnknown } = props;
  const { least, most } = scale.domain;
  return (
    <g aria-hidden="true">
      <text className={chart.title} x={left} y={top + 14}>
        {title}: {format(least)} to {format(most)}
      </text>
      <ColourBar {...{ scale, left }} y={top + BAR.top} />
      <ZeroTick {...props} />
      <BestFrame x={left} y={top + MARK.top} {...MARK_SIZE} />
      <text className={chart.figure} x={left + MARK.width + 6} y={top + MARK.top + 10}>
        {hasUnknown ? 'best known of its row' : 'best of its row'}
      </text>
      {hasUnknown && <UnknownKey x={left + APART} y={top + MARK.top} />}
    </g>
  );
}

const MARK_SIZE = { width: MARK.width, height: MARK.height };

interface ColourBarProps extends Pick<HeatMapKeysProps, 'scale' | 'left'> {
  readonly y: number;
}

function ColourBar({ scale, left, y }: ColourBarProps) {
  const { least, most } = scale.domain;
  const step = BAR.width / STEPS;
  return (
    <>
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
    </>
  );
}

/** Where 0 lies on the bar, and what it stands for. */
function ZeroTick({ scale, zero, left, top }: HeatMapKeysProps) {
  const { least, most } = scale.domain;
  if (zero === null || least > 0 || most < 0) return null;
  const x = left + scale.level(0) * BAR.width;
  const bar = top + BAR.top;
  return (
    <>
      <path
        className={styles.zeroHalo}
        d={svg`M${x},${bar - ZERO.reach}V${bar + BAR.height + ZERO.reach}`}
      />
      <path
        className={styles.zero}
        d={svg`M${x},${bar - ZERO.reach}V${bar + BAR.height + ZERO.reach}`}
      />
      <text className={chart.figure} x={left} y={top + ZERO.top}>
        line: 0, {zero}
      </text>
    </>
  );
}

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

/** A cell, or what stands for one. CSS pixels. */
export interface CellArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Around what is best: in two tones, so that it is seen on every colour, on light pages and dark ones. */
export function BestFrame(area: CellArea) {
  return (
    <g data-mark="best">
      <rect className={styles.bestHalo} {...area} />
      <rect className={styles.best} {...area} />
    </g>
  );
}

/** A cell without a figure: empty and crossed, also where colours are few. */
export function UnknownCell(props: CellArea) {
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
