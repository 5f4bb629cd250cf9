import type { Reward } from '../../core/index.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './problem.ts';

/** Breakdowns sum to their rewards. */
export function checkRewards(
  { reward, otherReward }: { readonly reward: Reward; readonly otherReward: Reward | null },
  path: FieldPath,
): Problem | null {
  return (
    checkSum(reward, [...path, 'reward']) ??
    (otherReward === null ? null : checkSum(otherReward, [...path, 'otherReward']))
  );
}

/** Sums of floating-point numbers depend on their order: allow for that, and for nothing that a reader would see. */
const SUM_TOLERANCE = 1e-6;

function checkSum({ value, breakdown }: Reward, path: FieldPath): Problem | null {
  const sum = breakdown.reduce((total, contribution) => total + contribution.value, 0);
  const size = breakdown.reduce((total, contribution) => total + Math.abs(contribution.value), 1);
  return Math.abs(sum - value) <= SUM_TOLERANCE * size
    ? null
    : problemAt(
        [...path, 'value'],
        `the sum of its breakdown, ${String(sum)},`,
        describeValue(value),
      );
}
