import { quantile } from 'd3-array';
import type { ArmTree } from '../../core/index.ts';

/** Least and most that a part adds to a reward: from 0 down, from 0 up. */
export interface ContributionRange {
  readonly least: number;
  readonly most: number;
}

/** The share of all parts that may lie further down: a floor takes many times what a check gives, and would hide it. */
const FURTHER_DOWN = 0.05;

/** One range for the bars of all responses of an arm, so that a bar means the same in each. */
export function contributionRange({ nodes }: ArmTree): ContributionRange {
  const values = nodes.flatMap(({ scoring }) =>
    scoring.status === 'scored' ? scoring.reward.breakdown.map(({ value }) => value) : [],
  );
  return {
    least: Math.min(0, quantile(values, FURTHER_DOWN) ?? 0),
    most: Math.max(0, ...values),
  };
}
