import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';

/** What an arm cost so far. Feedback and the greedy anchor draft are charged like any call. */
export interface Accounts {
  /** Responses that are finished, of the budget N. */
  readonly responses: number;
  readonly feedbacks: number;
  /** Calls of the policy that were started, a second attempt counted as another. */
  readonly calls: number;
  /** Calls under way, failed, stopped or lost: their tokens are not known and not in the sums. */
  readonly unfinishedCalls: number;
  readonly promptTokens: number;
  /** Of the prompt tokens, those that the engine had in its cache; null where it doesn't say. */
  readonly cachedPromptTokens: number | null;
  readonly completionTokens: number;
  /** Time during which at least one call was under way, those without an answer too. */
  readonly seconds: number;
}

export function accountsOf(arm: ArmTree): Accounts {
  const finished = arm.nodes.filter((node) => node.progress.status === 'finished');
  const usages = finished.flatMap(({ progress }) =>
    progress.status === 'finished' ? [progress.usage] : [],
  );
  const cached = usages.map((usage) => usage.cachedPromptTokens);
  const unfinishedCalls = sum(arm.nodes.map(unfinishedCallsOf));
  return {
    responses: finished.filter((node) => node.inBudget).length,
    feedbacks: finished.filter((node) => node.kind === 'feedback').length,
    calls: finished.length + unfinishedCalls,
    unfinishedCalls,
    promptTokens: sum(usages.map((usage) => usage.promptTokens)),
    cachedPromptTokens: cached.every((count) => count !== null) ? sum(cached) : null,
    completionTokens: sum(usages.map((usage) => usage.completionTokens)),
    seconds: coveredMilliseconds(arm.nodes.flatMap(intervalsOf)) / 1000,
  };
}

/** Calls that ended without an answer, and the one under way. */
function unfinishedCallsOf({ endedCalls, progress }: TreeNode): number {
  return endedCalls.length + (progress.status === 'writing' ? 1 : 0);
}

type Interval = readonly [start: number, end: number];

/** When the node's calls began and ended; one under way has no end yet. */
function intervalsOf({ endedCalls, progress }: TreeNode): Interval[] {
  const ended = endedCalls.map(({ startedAt, endedAt }): Interval => [startedAt, endedAt]);
  return progress.status === 'finished'
    ? [...ended, [progress.startedAt, progress.finishedAt]]
    : ended;
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
