import { tokensOfUsage } from './token-usage.ts';
import { rewardOf } from '../tree/read-tree.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';

/** Tokens that an arm's finished calls have read anew and written, so far. */
export function processedTokens(arm: ArmTree): number {
  return arm.nodes.reduce((total, node) => total + tokensOf(node), 0);
}

/**
 * The highest reward that an arm has reached within so many tokens, its calls taken in the order sampled:
 * arms read at equal tokens instead of equal N. Null where no response was scored within them.
 */
export function bestWithinTokens(arm: ArmTree, tokens: number): number | null {
  let spent = 0;
  let best: number | null = null;
  for (const node of arm.nodes) {
    spent += tokensOf(node);
    if (spent > tokens) break;
    const reward = node.inBudget ? rewardOf(node) : null;
    if (reward !== null && (best === null || reward > best)) best = reward;
  }
  return best;
}

function tokensOf({ progress }: TreeNode): number {
  return progress.status === 'finished' ? tokensOfUsage(progress.usage) : 0;
}
