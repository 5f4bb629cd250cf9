import {
  coveredSeconds,
  isScorable,
  withoutSharedDrafts,
  scoringTimes,
  type ArmTree,
  type TimeSpan,
  type TreeNode,
} from '../core/index.ts';

/** How far the arms of a run have got. */
export interface RunProgress {
  /** Nodes that are finished or have failed, of all that are planned: responses and feedback. */
  readonly done: number;
  /** Of those, the ones that failed. */
  readonly failed: number;
  readonly total: number;
  /** The node being written now; null between two. */
  readonly writing: { readonly armId: string; readonly node: TreeNode } | null;
  /**
   * Rough: texts that are left at the pace of those finished, and responses that are left to be scored at the pace of those
   * scored. Null before the first text has finished, and has its reward where it can have one.
   */
  readonly secondsLeft: number | null;
}

export function progressOf(arms: readonly ArmTree[]): RunProgress {
  const all = arms.flatMap((arm) => arm.nodes.map((node) => ({ armId: arm.arm.id, node })));
  const nodes = all.map(({ node }) => node);
  return {
    done: nodes.filter(isDone).length,
    failed: nodes.filter(({ progress }) => progress.status === 'failed').length,
    total: all.length,
    writing: all.find(({ node }) => node.progress.status === 'writing') ?? null,
    secondsLeft: secondsLeft(drawnOnce(arms)),
  };
}

/** Seconds that one more text takes, its scoring included, at the pace of those that are there; null where none is. */
export function secondsForText(arms: readonly ArmTree[]): number | null {
  const nodes = drawnOnce(arms);
  const written = nodes.flatMap(writingTimes);
  return written.length === 0 ? null : pace(written) + pace(nodes.flatMap(scoringTimes));
}

/** The nodes that cost time: what an arm takes over from another, or will, costs none. */
function drawnOnce(arms: readonly ArmTree[]): readonly TreeNode[] {
  return withoutSharedDrafts(arms)
    .flatMap((arm) => arm.nodes)
    .filter(({ progress }) => progress.status !== 'finished' || progress.drawnFor === undefined);
}

function secondsLeft(nodes: readonly TreeNode[]): number | null {
  const finished = nodes.flatMap(writingTimes);
  if (finished.length === 0) return null;
  const unscored = nodes.filter(isToBeScored);
  const asked = nodes.filter(({ scoring }) => scoring.status !== 'unscored');
  if (asked.length === 0 && unscored.some(isScorable)) return null;
  const toWrite = nodes.filter((node) => !isDone(node)).length;
  return pace(finished) * toWrite + pace(asked.flatMap(scoringTimes)) * unscored.length;
}

/** Seconds for each; those side by side share theirs. */
function pace(times: readonly TimeSpan[]): number {
  return times.length === 0 ? 0 : coveredSeconds(times) / times.length;
}

function isDone({ progress }: TreeNode): boolean {
  return progress.status === 'finished' || progress.status === 'failed';
}

/** Whether the node is a response that will have to be scored, or waits for it. */
function isToBeScored(node: TreeNode): boolean {
  if (node.kind === 'feedback' || node.scoring.status !== 'unscored') return false;
  return isScorable(node) || !isDone(node);
}

function writingTimes({ progress }: TreeNode): readonly TimeSpan[] {
  return progress.status === 'finished' ? [[progress.startedAt, progress.finishedAt]] : [];
}
