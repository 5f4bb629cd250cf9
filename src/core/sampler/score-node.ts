import type { RunHeader } from '../plan/run-plan.ts';
import { isScorable, rewardRequest, scoreResponse } from '../scoring/score-response.ts';
import type { ArmEvent } from '../tree/events.ts';
import type { ScoringTime, TreeNode } from '../tree/sampling-tree.ts';
import type { SamplerDependencies } from './sampler-dependencies.ts';

/** What of a run its scorer reads. */
export type ScoredRun = Pick<RunHeader, 'plan' | 'policy'>;

/** Asks R for a finished response's reward. A scorer that fails leaves the node unscored and says why. */
export async function scoreNode(
  armId: string,
  node: TreeNode,
  { plan, policy }: ScoredRun,
  { rewardModel, clock }: Pick<SamplerDependencies, 'rewardModel' | 'clock'>,
  signal: AbortSignal,
): Promise<ArmEvent | null> {
  if (!isScorable(node) || node.scoring.status !== 'unscored') return null;
  const startedAt = clock.now();
  const took = (): ScoringTime => ({ startedAt, endedAt: clock.now() });
  try {
    const request = rewardRequest(node, plan, policy.id, plan.conditionedOn);
    const rewards = await scoreResponse(request, plan.scoreBothWays, rewardModel, signal);
    return { type: 'reward-given', armId, nodeId: node.id, ...rewards, took: took() };
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return { type: 'reward-failed', armId, nodeId: node.id, message, took: took() };
  }
}
