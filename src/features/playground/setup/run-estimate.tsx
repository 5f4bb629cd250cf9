import { estimateArm, type RunPlan } from '../../../core/index.ts';
import { formatCount } from '../../../ui/index.ts';
import styles from './setup.module.css';

/** Calls and tokens that a plan will take, before it runs. */
export function RunEstimate({ plan }: { readonly plan: RunPlan }) {
  const arms = plan.arms.map((arm) => estimateArm(arm, plan));
  const calls = sum(arms.map((arm) => arm.calls));
  const written = sum(arms.map((arm) => arm.mostCompletionTokens));
  const read = sum(arms.map((arm) => arm.promptTokens));
  return (
    <p className={styles.note}>
      Will take {formatCount(calls)} calls, at most {formatCount(written)} tokens written and about{' '}
      {formatCount(read)} read.
    </p>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
