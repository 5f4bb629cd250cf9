import { estimateArm, type RunPlan } from '../../../core/index.ts';
import { POINTWISE_SCORERS } from '../../../rewards/index.ts';
import { formatCount } from '../../../ui/index.ts';
import styles from './setup.module.css';

export interface RunEstimateProps {
  readonly plan: RunPlan;
  readonly scorerId: string;
}

/** Calls and tokens that a plan will take, before it runs, and what its scorer adds. */
export function RunEstimate({ plan, scorerId }: RunEstimateProps) {
  const arms = plan.arms.map((arm) => estimateArm(arm, plan));
  const calls = sum(arms.map((arm) => arm.calls));
  const written = sum(arms.map((arm) => arm.mostCompletionTokens));
  const scorer = POINTWISE_SCORERS.find(({ id }) => id === scorerId);
  const read = sum(arms.map((arm) => arm.promptTokens));
  return (
    <p className={styles.note}>
      Will take {formatCount(calls)} calls, at most {formatCount(written)} tokens written and about{' '}
      {formatCount(read)} read.
      {scorer?.readsPolicy === true && ` And to score: ${scorer.cost}`}
    </p>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
