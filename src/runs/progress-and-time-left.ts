import {
  coveredSeconds,
  dearestNodes,
  isScorable,
  withoutSharedDrafts,
  scoringTimes,
  type ArmTree,
  type TimeSpan,
  type TreeNode,
  upToInTrees,
} from '../core/index.ts';

/** How far the arms of a run have got. */
export interface RunProgress {
  /** Texts that are finished or have failed, of all that are planned, responses and feedback; what arms share counts once. */
  readonly done: number;
  /** Of those, the ones that failed. */
  readonly failed: number;
  readonly total: number;
  /** Said before that total and the time left where an arm that decides as it goes may need less; else empty. */
  readonly upTo: string;
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
  const nodes = drawnOnce(arms);
  return {
    done: nodes.filter(isDone).length,
    failed: nodes.filter(({ progress }) => progress.status === 'failed').length,
    total: nodes.length,
    upTo: upToInTrees(arms),
    writing: all.find(({ node }) => node.progress.status === 'writing') ?? null,
    secondsLeft: secondsLeft(nodes),
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
  return withoutSharedDrafts(arms.map((arm) => ({ arm: arm.arm, nodes: dearestNodes(arm) })))
    .flatMap((arm) => arm.nodes)
    .filter(({ progress }) => progress.status !== 'finished' || progress.drawnFor === undefined);
}

function secondsLeft(nodes: readonly TreeNode[]): number | null {
  const now = momentOf(nodes);
  const work = KINDS.map((kind) => workOf(kind, nodes, now));
  if (work.every(({ writing }) => writing.done === 0)) return null;
  const asked = nodes.some(({ scoring }) => scoring.status !== 'unscored');
  if (!asked && nodes.filter(isToBeScored).some(isScorable)) return null;
  return leftOf(work.map(({ writing }) => writing)) + leftOf(work.map(({ scoring }) => scoring));
}

/**
 * How long texts of a kind take, as multiples of a draft: medians over the 16 runs recorded with the embedded model and its blend
 * (docs/decisions/2026-11-26-time-left.md). They count until the first of a kind is done.
 */
const MULTIPLES = {
  draft: { writing: 1, scoring: 1 },
  feedback: { writing: 1.7, scoring: 1 },
  refinement: { writing: 1.2, scoring: 2.2 },
} as const;
const KINDS = ['draft', 'feedback', 'refinement'] as const;

/** What was done of something and what is left of it, in whole pieces and parts of one. */
interface Work {
  /** As a multiple of a draft's. */
  readonly multiple: number;
  readonly seconds: number;
  readonly done: number;
  readonly left: number;
}

function workOf(
  kind: TreeNode['kind'],
  all: readonly TreeNode[],
  now: number,
): Record<'writing' | 'scoring', Work> {
  const nodes = all.filter((node) => node.kind === kind);
  const finished = nodes.flatMap(writingTimes);
  const begun = nodes.flatMap(({ progress }): readonly TimeSpan[] =>
    progress.status === 'writing' ? [[progress.startedAt, Math.max(now, progress.startedAt)]] : [],
  );
  const whole = finished.reduce((sum, [start, end]) => sum + end - start, 0) / finished.length;
  // A text under way is as far as its time: those that are drawn together end together.
  const parts = begun.reduce((sum, [start, end]) => sum + partOf(end - start, whole), 0);
  const scored = nodes.flatMap(scoringTimes);
  const planned = nodes.filter((node) => !isDone(node)).length;
  return {
    writing: {
      multiple: MULTIPLES[kind].writing,
      seconds: coveredSeconds([...finished, ...begun]),
      done: finished.length === 0 ? 0 : finished.length + parts,
      left: planned - (finished.length === 0 ? 0 : parts),
    },
    scoring: {
      multiple: MULTIPLES[kind].scoring,
      seconds: coveredSeconds(scored),
      done: nodes.filter(({ scoring }) => scoring.status !== 'unscored').length,
      left: nodes.filter(isToBeScored).length,
    },
  };
}

/** Of a text that has taken so long, where whole ones take that long. */
function partOf(taken: number, whole: number): number {
  return whole > 0 ? Math.min(1, taken / whole) : 0;
}

/** Each kind at its own pace; one of which none is done, at that of the others, by how its time compares with theirs. */
function leftOf(work: readonly Work[]): number {
  const drafts = sumOf(work, ({ done, multiple }) => done * multiple);
  const draft =
    drafts === 0 ? 0 : sumOf(work, ({ seconds, done }) => (done > 0 ? seconds : 0)) / drafts;
  return sumOf(
    work,
    ({ seconds, done, left, multiple }) => left * (done > 0 ? seconds / done : draft * multiple),
  );
}

function sumOf<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}

/** The last moment that anything is known of. */
function momentOf(nodes: readonly TreeNode[]): number {
  const spans = nodes.flatMap((node) => [...writingTimes(node), ...scoringTimes(node)]);
  return spans.reduce((latest, [, end]) => Math.max(latest, end), 0);
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
