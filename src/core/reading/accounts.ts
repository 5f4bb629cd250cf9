import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';

/** What an arm cost so far. Feedback and the greedy anchor draft are charged like any call. */
export interface Accounts {
  /** Responses that are finished, of the budget N. */
  readonly responses: number;
  readonly feedbacks: number;
  /** Calls of the policy that were started, a second attempt counted as another. */
  readonly calls: number;
  /** Calls that ended in a failure or were stopped: their tokens are not known and not in the sums. */
  readonly unfinishedCalls: number;
  readonly promptTokens: number;
  /** Of the prompt tokens, those that the engine had in its cache; null where it doesn't say. */
  readonly cachedPromptTokens: number | null;
  readonly completionTokens: number;
  /** Time during which at least one call was under way. */
  readonly seconds: number;
}

export function accountsOf(arm: ArmTree): Accounts {
  const finished = arm.nodes.filter((node) => node.progress.status === 'finished');
  const usages = finished.flatMap(({ progress }) =>
    progress.status === 'finished' ? [progress.usage] : [],
  );
  const cached = usages.map((usage) => usage.cachedPromptTokens);
  const attempts = sum(arm.nodes.map(attemptsOf));
  return {
    responses: finished.filter((node) => node.inBudget).length,
    feedbacks: finished.filter((node) => node.kind === 'feedback').length,
    calls: attempts,
    unfinishedCalls: attempts - finished.length,
    promptTokens: sum(usages.map((usage) => usage.promptTokens)),
    cachedPromptTokens: cached.every((count) => count !== null) ? sum(cached) : null,
    completionTokens: sum(usages.map((usage) => usage.completionTokens)),
    seconds: coveredMilliseconds(finished.flatMap(intervalOf)) / 1000,
  };
}

function attemptsOf({ progress }: TreeNode): number {
  return 'attempt' in progress ? (progress.attempt ?? 0) : 0;
}

type Interval = readonly [start: number, end: number];

function intervalOf({ progress }: TreeNode): Interval[] {
  return progress.status === 'finished' ? [[progress.startedAt, progress.finishedAt]] : [];
}

/** Length of the union of intervals: calls side by side are not counted twice, nor is the time between two sittings. */
function coveredMilliseconds(intervals: readonly Interval[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [start, end] of intervals.toSorted((one, other) => one[0] - other[0])) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
