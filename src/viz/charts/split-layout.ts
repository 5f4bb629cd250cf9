import { scaleLinear } from 'd3-scale';
import { axisScale, ticksOf, type AxisTick } from './axis-ticks.ts';

/** Edges of the plot, CSS pixels. */
export interface SplitFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface SplitLayout {
  /** By N0: CSS pixels from the left. */
  readonly xs: readonly number[];
  /** By N0: CSS pixels from the top; null where the split has no winner yet. */
  readonly ys: readonly (number | null)[];
  /** Width that belongs to one N0. */
  readonly step: number;
  /** Joins neighbours alone: what lies between two sampled splits isn't known. */
  readonly path: string;
  readonly draftTicks: readonly AxisTick[];
  /** None before the first reward. */
  readonly rewardTicks: readonly AxisTick[];
  /** Heights of the other rewards, in their order. */
  readonly references: readonly number[];
}

/**
 * The winner's reward against N0.
 *
 * @param rewards by N0, from 0 to N; null where a split isn't sampled
 * @param others rewards to hold them against
 */
export function splitLayout(
  rewards: readonly (number | null)[],
  others: readonly number[],
  { left, right, top, bottom }: SplitFrame,
): SplitLayout {
  const budget = Math.max(1, rewards.length - 1);
  const x = scaleLinear().domain([0, budget]).range([left, right]);
  const known = rewards.filter((reward) => reward !== null);
  const y = axisScale([...known, ...others]).range([bottom, top]);
  const ys = rewards.map((reward) => (reward === null ? null : y(reward)));
  return {
    xs: rewards.map((_, drafts) => x(drafts)),
    ys,
    step: (right - left) / budget,
    path: pathThrough(ys, x),
    draftTicks: x
      .ticks(Math.min(budget, 8))
      .filter(Number.isInteger)
      .map((value) => ({ value, at: x(value) })),
    rewardTicks: known.length + others.length === 0 ? [] : ticksOf(y, 3),
    references: others.map((reward) => y(reward)),
  };
}

/** As d3-shape's line draws it, which is fetched with the charts below the first picture. */
function pathThrough(ys: readonly (number | null)[], x: (drafts: number) => number): string {
  return ys
    .flatMap((y, drafts) => {
      if (y === null) return [];
      const begins = (ys[drafts - 1] ?? null) === null;
      const isAlone = begins && (ys[drafts + 1] ?? null) === null;
      return `${begins ? 'M' : 'L'}${rounded(x(drafts))},${rounded(y)}${isAlone ? 'Z' : ''}`;
    })
    .join('');
}

const rounded = (pixels: number): string => String(Number(pixels.toFixed(2)));
