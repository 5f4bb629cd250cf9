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
}

export interface BestSoFarLayout {
  readonly curves: readonly BestSoFarCurve[];
  readonly costTicks: readonly AxisTick[];
  /** None before the first reward. */
  readonly rewardTicks: readonly AxisTick[];
}

/**
 * Places the curves of all arms on shared axes: a step up where an arm finds better, level to what it has spent by now. What
 * an arm has in common with the first is drawn once, as the first's.
 */
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
  const [first] = arms;
  return {
    curves: arms.map((arm) => {
      const corners = arm.better.map((each) => [each.spent, each.reward] as const);
      const last = corners.at(-1);
      const own = first === undefined || arm === first ? 0 : stepsInCommon(arm, first) - 1;
      const drawn = corners.slice(Math.max(0, own));
      return {
        path: path(last === undefined ? [] : [...drawn, [arm.spent, last[1]]]) ?? '',
        steps: corners.map(([at, reward]) => ({ x: x(at), y: y(reward) })),
      };
    }),
    costTicks: ticksOf(x, (right - left) / 70),
    rewardTicks: rewards.length === 0 ? [] : ticksOf(y, 4),
  };
}

/** How many steps both take at the same cost to the same reward, before either takes another. */
export function stepsInCommon(one: BestSoFar, other: BestSoFar): number {
  const differs = one.better.findIndex(({ spent, reward }, place) => {
    const step = other.better[place];
    return step?.spent !== spent || step.reward !== reward;
  });
  return differs === -1 ? one.better.length : differs;
}
