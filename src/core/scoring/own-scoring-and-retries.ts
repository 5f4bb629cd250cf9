import { messageOf } from '../error-message.ts';
import type { RewardModel } from '../reward.ts';
import type { ArmEvent } from '../tree/run-events.ts';
import { growArm } from '../tree/grow-tree-from-events.ts';
import { bestOf } from '../tree/choose-anchor-and-winner.ts';
import { pool } from '../tree/find-in-tree.ts';
import type { ArmTree, SamplingTree, Scoring } from '../tree/sampling-tree.ts';
import {
  isScorable,
  isWhole,
  rewardRequest,
  scoreOtherWay,
  scoreResponse,
} from './score-response.ts';

/** The run's own rewards in the form of every other scoring. */
export function ownScoring({ run, arms }: SamplingTree): Scoring {
  const outcomes = arms.flatMap(({ arm, nodes }) =>
    nodes.flatMap((node) =>
      node.kind === 'feedback' || node.scoring.status === 'unscored'
        ? []
        : [{ response: { armId: arm.id, nodeId: node.id }, scoring: node.scoring }],
    ),
  );
  const { rewardModel, plan } = run;
  return { id: OWN_SCORING, rewardModel, conditionedOn: plan.conditionedOn, outcomes };
}

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
      arm = growArm(arm, event);
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

/** How many responses the run's own scorer failed on, one way or the other. */
export function failedRewards({ arms }: SamplingTree): number {
  return arms
    .flatMap(({ nodes }) => nodes)
    .filter(({ scoring }) => scoring.status !== 'unscored' && !isWhole(scoring)).length;
}

/** Stands for the run's own scorer, the one that chose its anchors. */
export const OWN_SCORING = 'own';

/** Stands for what people voted. */
export const VOTES_SCORING = 'votes';

/** How the ids of scorings begin that are made at once and not kept. */
export const AT_ONCE_SCORING = 'at-once:';

/** Whether the page gives an id itself, to what is no kept scoring: a kept one under it would take its place. */
export function isReservedScoringId(id: string): boolean {
  return id === OWN_SCORING || id === VOTES_SCORING || id.startsWith(AT_ONCE_SCORING);
}
