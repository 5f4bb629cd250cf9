import type { ArmTree, TreeNode } from '../core/index.ts';

/** How far the arms of a run have got. */
export interface RunProgress {
  /** Nodes that are finished or have failed, of all that are planned: responses and feedback. */
  readonly done: number;
  /** Of those, the ones that failed. */
  readonly failed: number;
  readonly total: number;
  /** The node being written now; null between two. */
  readonly writing: { readonly armId: string; readonly node: TreeNode } | null;
  /** Rough: calls that are left at the mean time of those finished. Null before the first has finished. */
  readonly secondsLeft: number | null;
}

export function progressOf(arms: readonly ArmTree[]): RunProgress {
  const all = arms.flatMap((arm) => arm.nodes.map((node) => ({ armId: arm.arm.id, node })));
  const done = all.filter(({ node }) => isDone(node)).length;
  const seconds = all.flatMap(({ node }) => secondsOf(node) ?? []);
  const mean = seconds.reduce((sum, each) => sum + each, 0) / seconds.length;
  return {
    done,
    failed: all.filter(({ node }) => node.progress.status === 'failed').length,
    total: all.length,
    writing: all.find(({ node }) => node.progress.status === 'writing') ?? null,
    secondsLeft: seconds.length === 0 ? null : mean * (all.length - done),
  };
}

function isDone({ progress }: TreeNode): boolean {
  return progress.status === 'finished' || progress.status === 'failed';
}

function secondsOf({ progress }: TreeNode): number | null {
  if (progress.status !== 'finished') return null;
  return (progress.finishedAt - progress.startedAt) / 1000;
}
