import type { RunFacts } from './run-facts.ts';

/** An arm that some runs have. */
export interface ArmOfRuns {
  /** "PRS 4/4". */
  readonly label: string;
  /** Different prompts of the runs that have it. */
  readonly prompts: number;
}

/** The budgets of the arms of some runs, that of the most arms first. */
export function budgetsOf(runs: readonly RunFacts[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { budget } of runs.flatMap(({ arms }) => arms))
    counts.set(budget, (counts.get(budget) ?? 0) + 1);
  return [...counts]
    .sort(([budget, count], [other, more]) => more - count || budget - other)
    .map(([budget]) => budget);
}

/** The arms of one budget, those of the most prompts first, else by their names. */
export function armsOfRuns(runs: readonly RunFacts[], budget: number): readonly ArmOfRuns[] {
  const prompts = new Map<string, Set<string>>();
  for (const { prompt, arms } of runs) {
    for (const arm of arms) {
      if (arm.budget !== budget) continue;
      const known = prompts.get(arm.label) ?? new Set();
      prompts.set(arm.label, known.add(prompt.trim()));
    }
  }
  return [...prompts]
    .map(([label, its]) => ({ label, prompts: its.size }))
    .sort((one, other) => other.prompts - one.prompts || (one.label < other.label ? -1 : 1));
}
