import type { Arm, ArmKind, RunPlan } from '../../core/index.ts';
import { describeValue, type Problem, problemAt } from './problem.ts';

/** What the types can't say of a plan: arms of different ids whose splits are splits of the budget. */
export function checkPlan(plan: RunPlan): Problem | null {
  for (const [position, arm] of plan.arms.entries()) {
    const path = ['run', 'plan', 'arms', position];
    if (plan.arms.findIndex(({ id }) => id === arm.id) !== position) {
      return problemAt([...path, 'id'], 'different for each arm', `${describeValue(arm.id)} twice`);
    }
    const expected = expectedSplit(arm, plan.budget);
    if (expected !== null) return problemAt([...path, 'split'], expected, arm.split.join('/'));
  }
  return null;
}

/** What the arm's split should have been; null where it is that. */
function expectedSplit({ kind, split }: Arm, budget: number): string | null {
  const sum = split.reduce((total, part) => total + part, 0);
  if (sum !== budget) return `numbers that sum to the budget ${String(budget)}`;
  return isSplitOf(kind, split) ? null : SPLIT_OF[kind];
}

function isSplitOf(kind: ArmKind, split: readonly number[]): boolean {
  switch (kind) {
    case 'rand':
    case 'prand':
      return split.length === 1;
    case 'prs-0-n':
      return split.length === 2 && split[0] === 0;
    case 'prs':
    case 'prs-without-feedback':
      return true;
  }
}

const SPLIT_OF: Readonly<Record<ArmKind, string>> = {
  rand: 'one number, since this arm has one layer',
  prand: 'one number, since this arm has one layer',
  prs: 'a list of numbers',
  'prs-0-n': 'no drafts and all refinements',
  'prs-without-feedback': 'a list of numbers',
};
