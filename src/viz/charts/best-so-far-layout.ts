import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { BestSoFar } from '../../core/index.ts';
import { axisScale, ticksOf, type AxisTick } from './axis-ticks.ts';

/** Edges of the plot, CSS pixels. */
export interface BestSoFarFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One arm's curve, in the order given. */
export interface BestSoFarCurve {
  readonly path: string;
  /** One for each response above all before it. */
  readonly steps: readonly { readonly x: number; readonly y: number }[];
  /** Middle of the arm's name, beside where its curve ends or as near as other names let it; null without a reward. */
  readonly nameY: number | null;
}

export interface BestSoFarLayout {
  readonly curves: readonly BestSoFarCurve[];
  readonly costTicks: readonly AxisTick[];
  /** None before the first reward. */
  readonly rewardTicks: readonly AxisTick[];
}

/** Between two names below each other, CSS pixels. */
const NAME_HEIGHT = 15;

/** Places the curves of all arms on shared axes: a step up where an arm finds better, level to what it has spent by now. */
export function bestSoFarLayout(
  arms: readonly BestSoFar[],
  { left, right, top, bottom }: BestSoFarFrame,
): BestSoFarLayout {
  const most = max(arms, ({ spent }) => spent) ?? 0;
  const x = scaleLinear()
    .domain([0, most === 0 ? 1 : most])
    .range([left, right]);
  const rewards = arms.flatMap(({ better }) => better.map(({ reward }) => reward));
  const y = axisScale(rewards).range([bottom, top]);
  const path = line<readonly [spent: number, reward: number]>()
    .x(([spent]) => x(spent))
    .y(([, reward]) => y(reward))
    .curve(curveStepAfter)
    .digits(2);
  const ends = arms.map(({ better }) => {
    const last = better.at(-1);
    return last === undefined ? null : y(last.reward);
  });
  const names = placeNames(ends, top, bottom);
  return {
    curves: arms.map(({ better, spent }, index) => {
      const corners = better.map((each) => [each.spent, each.reward] as const);
      const last = corners.at(-1);
      return {
        path: path(last === undefined ? [] : [...corners, [spent, last[1]]]) ?? '',
        steps: corners.map(([at, reward]) => ({ x: x(at), y: y(reward) })),
        nameY: names[index] ?? null,
      };
    }),
    costTicks: ticksOf(x, (right - left) / 70),
    rewardTicks: rewards.length === 0 ? [] : ticksOf(y, 4),
  };
}

/** From the top down, each at its height or just under the one above; as a whole no lower than the plot's foot. */
function placeNames(
  heights: readonly (number | null)[],
  top: number,
  bottom: number,
): readonly (number | null)[] {
  const named = heights
    .flatMap((height, index) => (height === null ? [] : [{ height, index }]))
    .toSorted((one, other) => one.height - other.height || one.index - other.index);
  const placed = new Map<number, number>();
  let next = top;
  named.forEach(({ height, index }, place) => {
    const lowest = bottom - (named.length - 1 - place) * NAME_HEIGHT;
    const at = Math.max(next, Math.min(height, lowest));
    placed.set(index, at);
    next = at + NAME_HEIGHT;
  });
  return heights.map((_, index) => placed.get(index) ?? null);
}
