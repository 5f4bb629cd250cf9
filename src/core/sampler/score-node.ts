import type { RunHeader } from '../plan/run-plan.ts';
import type { RewardModel } from '../reward.ts';
import { isScorable, rewardRequest, scoreResponse } from '../scoring/score-response.ts';
import type { ArmEvent } from '../tree/events.ts';
import type { TreeNode } from '../tree/sampling-tree.ts';

/** What of a run its scorer reads. */
export type ScoredRun = Pick<RunHeader, 'plan' | 'policy'>;

/** Asks R for a finished response's reward. A scorer that fails leaves the node unscored and says why. */
export async function scoreNode(
  armId: string,
  node: TreeNode,
  { plan, policy }: ScoredRun,
  rewardModel: RewardModel,
  signal: AbortSignal,
): Promise<ArmEvent | null> {
  if (!isScorable(node) || node.scoring.status !== 'unscored') return null;
  try {
    const request = rewardRequest(node, plan, policy.id, plan.conditionedOn);
    const rewards = await scoreResponse(request, plan.scoreBothWays, rewardModel, signal);
    return { type: 'reward-given', armId, nodeId: node.id, ...rewards };
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return { type: 'reward-failed', armId, nodeId: node.id, message };
  }
}
