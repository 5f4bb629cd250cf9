import { greatest, max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { BestSoFar, CostUnit } from '../../core/index.ts';
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
  /** Where it ends upon the line of one before it, without one of its own; null where it has one, or nothing at all. */
  readonly end: { readonly x: number; readonly y: number } | null;
}

export interface BestSoFarLayout {
  readonly curves: readonly BestSoFarCurve[];
  readonly costTicks: readonly AxisTick[];
  /** None before the first reward. */
  readonly rewardTicks: readonly AxisTick[];
}

/**
 * Places the curves of all arms on shared axes: a step up where an arm finds better, level to what it has spent by now. What
 * an arm has in common with one before it is drawn once, as that one's.
 */
export function bestSoFarLayout(
  arms: readonly BestSoFar[],
  { left, right, top, bottom }: BestSoFarFrame,
  unit: CostUnit,
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
  return {
    curves: arms.map((arm, place) => {
      const corners = arm.better.map((each) => [each.spent, each.reward] as const);
      const last = corners.at(-1);
      const followed = armFollowed(arms, place);
      const drawn = followed === null ? corners : cornersAfter(arm, followed);
      return {
        path: path(last === undefined ? [] : [...drawn, [arm.spent, last[1]]]) ?? '',
        steps: corners.map(([at, reward]) => ({ x: x(at), y: y(reward) })),
        end:
          followed !== null && last !== undefined && hasNoLine(arm, followed)
            ? { x: x(arm.spent), y: y(last[1]) }
            : null,
      };
    }),
    // Of responses and tokens there are no halves.
    costTicks: ticksOf(x, (right - left) / 70).filter(
      ({ value }) => unit === 'seconds' || Number.isInteger(value),
    ),
    rewardTicks: rewards.length === 0 ? [] : ticksOf(y, 4),
  };
}

/** The arm before another that takes its first steps, of several the one that takes most of them; null where none does. */
export function armFollowed<Arm extends BestSoFar>(
  arms: readonly Arm[],
  place: number,
): Arm | null {
  const arm = arms[place];
  if (arm === undefined) return null;
  const steps = (other: Arm): number => stepsInCommon(arm, other);
  const most = greatest(arms.slice(0, place), (one, other) => steps(one) - steps(other));
  return most === undefined || steps(most) === 0 ? null : most;
}

/** From where either of two arms leaves the level that they have reached together. */
function cornersAfter(
  arm: BestSoFar,
  followed: BestSoFar,
): readonly (readonly [spent: number, reward: number])[] {
  const common = stepsInCommon(arm, followed);
  const level = arm.better[common - 1]?.reward ?? 0;
  const own = arm.better.slice(common);
  const leaves = Math.min(
    own[0]?.spent ?? arm.spent,
    followed.better[common]?.spent ?? followed.spent,
  );
  return [[leaves, level], ...own.map(({ spent, reward }) => [spent, reward] as const)];
}

/** Whether all of an arm's line lies upon that of another. */
export function hasNoLine(arm: BestSoFar, followed: BestSoFar): boolean {
  return cornersAfter(arm, followed).every(([leaves]) => leaves >= arm.spent);
}

/** How many steps both take at the same cost to the same reward, before either takes another. */
function stepsInCommon(one: BestSoFar, other: BestSoFar): number {
  const differs = one.better.findIndex(({ spent, reward }, place) => {
    const step = other.better[place];
    return step?.spent !== spent || step.reward !== reward;
  });
  return differs === -1 ? one.better.length : differs;
}
