import { splitProblem, type RunPlan } from '../../core/index.ts';
import { describeValue, type Problem, problemAt } from './problem.ts';

/** What the types can't say of a plan: arms of different ids whose splits are splits of the budget. */
export function checkPlan(plan: RunPlan): Problem | null {
  for (const [position, arm] of plan.arms.entries()) {
    const path = ['run', 'plan', 'arms', position];
    if (plan.arms.findIndex(({ id }) => id === arm.id) !== position) {
      return problemAt([...path, 'id'], 'different for each arm', `${describeValue(arm.id)} twice`);
    }
    const expected = splitProblem(arm, plan.budget);
    if (expected !== null) return problemAt([...path, 'split'], expected, arm.split.join('/'));
  }
  return null;
}
