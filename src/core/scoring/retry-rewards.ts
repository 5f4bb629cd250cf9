import { messageOf } from '../error-message.ts';
import type { RewardModel } from '../reward.ts';
import { bestOf } from '../tree/choose-anchor-and-winner.ts';
import { pool } from '../tree/find-in-tree.ts';
import { growArm } from '../tree/grow-tree-from-events.ts';
import type { ArmEvent } from '../tree/run-events.ts';
import type { ArmTree, SamplingTree } from '../tree/sampling-tree.ts';
import { scoreOtherWay, scoreResponse } from './ask-for-rewards.ts';
import { isScorable, isWhole, rewardRequest } from './score-response.ts';

/**
 * Asks the run's own scorer again about the responses on which it failed, or failed the other way. Where one of them turns out best it is the
 * winner; the anchors stay as they were refined.
 *
 * @throws the signal's reason when it is aborted; what was told before stays.
 */
export async function* retryRewards(
  tree: SamplingTree,
  rewardModel: RewardModel,
  signal: AbortSignal,
): AsyncGenerator<ArmEvent, void> {
  for (const planted of tree.arms) {
    let arm = planted;
    for await (const event of retryArm(arm, tree, rewardModel, signal)) {
      arm = growArm(arm, event, tree.run.plan.seed);
      yield event;
    }
    const best = bestOf(pool(arm))?.id ?? null;
    if (arm.status === 'finished' && best !== arm.winnerId) {
      yield { type: 'winner-chosen', armId: arm.arm.id, nodeId: best };
    }
  }
}

async function* retryArm(
  { arm, nodes }: ArmTree,
  { run }: SamplingTree,
  rewardModel: RewardModel,
  signal: AbortSignal,
): AsyncGenerator<ArmEvent, void> {
  const { plan, policy } = run;
  for (const node of nodes) {
    if (!isScorable(node) || node.scoring.status === 'unscored' || isWhole(node.scoring)) continue;
    signal.throwIfAborted();
    const about = { armId: arm.id, nodeId: node.id };
    const request = rewardRequest(node, plan, policy.id, plan.conditionedOn);
    try {
      const rewards =
        node.scoring.status === 'scored'
          ? await scoreOtherWay(request, node.scoring.reward, rewardModel, signal)
          : await scoreResponse(request, plan.scoreBothWays, rewardModel, signal);
      yield { type: 'reward-given', ...about, ...rewards };
    } catch (error) {
      signal.throwIfAborted();
      const message = messageOf(error);
      yield { type: 'reward-failed', ...about, message };
    }
  }
}
