import { rewardOf } from '../tree/find-in-tree.ts';
import type { ArmTree, NodeId, TreeNode } from '../tree/sampling-tree.ts';
import { callTimes, coveredSeconds, tokensOf } from './cost-accounts.ts';

/** What an arm is read against: responses of its budget, tokens read anew or written, or seconds of its calls. */
export type CostUnit = 'responses' | 'tokens' | 'seconds';

/** A response above all before it. */
export interface BetterResponse {
  readonly nodeId: NodeId;
  readonly reward: number;
  /** What the arm had spent when it was there, itself included. */
  readonly spent: number;
}

/** The best reward of an arm, as it spends. */
export interface BestSoFar {
  /** Spending rises, and so do rewards: the first response with a reward, then each one above the best before it. */
  readonly better: readonly BetterResponse[];
  /** What the arm has spent by now. */
  readonly spent: number;
}

/**
 * The best reward that an arm has reached against what it has spent, its calls taken in the order sampled. Feedback and the
 * greedy anchor draft cost and have no reward of their own here; scoring is left out.
 */
export function bestSoFar({ nodes }: ArmTree, unit: CostUnit): BestSoFar {
  const better: BetterResponse[] = [];
  const spentBy = meterOf(nodes, unit);
  nodes.forEach((node, place) => {
    const reward = node.inBudget ? rewardOf(node) : null;
    if (reward === null || reward <= (better.at(-1)?.reward ?? -Infinity)) return;
    better.push({ nodeId: node.id, reward, spent: spentBy(place) });
  });
  return { better, spent: spentBy(nodes.length - 1) };
}

/** What the nodes up to one, itself included, have cost. */
function meterOf(nodes: readonly TreeNode[], unit: CostUnit): (place: number) => number {
  if (unit === 'seconds')
    // Calls side by side aren't counted twice, so no sum of single ones tells it.
    return (place) => coveredSeconds(nodes.slice(0, place + 1).flatMap(callTimes));
  const costOf = unit === 'tokens' ? tokensOf : isDone;
  let sum = 0;
  const sums = nodes.map((node) => (sum += costOf(node)));
  return (place) => sums[place] ?? 0;
}

function isDone({ inBudget, progress }: TreeNode): number {
  return inBudget && progress.status === 'finished' ? 1 : 0;
}

/**
 * The highest reward that an arm has reached within so many tokens: arms read at equal tokens instead of equal N. Null where no
 * response was scored within them.
 */
export function bestWithinTokens(arm: ArmTree, tokens: number): number | null {
  return bestSoFar(arm, 'tokens').better.findLast(({ spent }) => spent <= tokens)?.reward ?? null;
}
