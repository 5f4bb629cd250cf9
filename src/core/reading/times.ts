import type { TreeNode } from '../tree/sampling-tree.ts';

/** Milliseconds since the epoch. */
export type TimeSpan = readonly [start: number, end: number];

/** When the node's calls began and ended; one under way has no end yet. */
export function callTimes({ endedCalls, progress }: TreeNode): readonly TimeSpan[] {
  const ended = endedCalls.map(({ startedAt, endedAt }): TimeSpan => [startedAt, endedAt]);
  return progress.status === 'finished'
    ? [...ended, [progress.startedAt, progress.finishedAt]]
    : ended;
}

/** When the node was being scored; empty where it wasn't or nobody noted it. */
export function scoringTimes({ scoring }: TreeNode): readonly TimeSpan[] {
  if (scoring.status === 'unscored' || scoring.took === undefined) return [];
  return [[scoring.took.startedAt, scoring.took.endedAt]];
}

/** Length of the union of intervals: calls side by side are not counted twice, nor is the time between two sittings. */
export function coveredSeconds(intervals: readonly TimeSpan[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [start, end] of intervals.toSorted((one, other) => one[0] - other[0])) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered / 1000;
}
