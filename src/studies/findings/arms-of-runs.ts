import type { RunFacts } from './run-facts.ts';

/** An arm that some runs have. */
export interface ArmOfRuns {
  /** "PRS 4/4". */
  readonly label: string;
  /** Different prompts of the runs that have it. */
  readonly prompts: number;
  /** Whether a run was begun with it. */
  readonly isPlanned: boolean;
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

/** The arms of one budget: those of the most prompts first, of them those that runs were begun with, else by their names. */
export function armsOfRuns(runs: readonly RunFacts[], budget: number): readonly ArmOfRuns[] {
  const known = new Map<string, { readonly prompts: Set<string>; isPlanned: boolean }>();
  for (const { prompt, arms } of runs) {
    for (const { label, isPlanned, ...arm } of arms) {
      if (arm.budget !== budget) continue;
      const its = known.get(label) ?? { prompts: new Set(), isPlanned };
      its.prompts.add(prompt.trim());
      its.isPlanned ||= isPlanned;
      known.set(label, its);
    }
  }
  return [...known]
    .map(([label, { prompts, isPlanned }]) => ({ label, prompts: prompts.size, isPlanned }))
    .sort(
      (one, other) =>
        other.prompts - one.prompts ||
        Number(other.isPlanned) - Number(one.isPlanned) ||
        (one.label < other.label ? -1 : 1),
    );
}
