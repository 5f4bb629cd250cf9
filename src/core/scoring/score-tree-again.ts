import { messageOf } from '../error-message.ts';
import type { RewardModel, RewardRequest } from '../reward.ts';
import type {
  NodeScoring,
  ResponseAddress,
  SamplingTree,
  Scoring,
  ScoringHeader,
} from '../tree/sampling-tree.ts';
import {
  checked,
  isScorable,
  otherConditioning,
  rewardRequest,
  type ScorableNode,
} from './score-response.ts';

/** A response of a run that can be scored, with its place. */
export interface ScorableResponse extends ResponseAddress {
  readonly node: ScorableNode;
}

/** Every response of every arm that can have a reward, in the order sampled. */
export function scorableResponses(tree: SamplingTree): readonly ScorableResponse[] {
  return tree.arms.flatMap(({ arm, nodes }) =>
    nodes.filter(isScorable).map((node) => ({ armId: arm.id, nodeId: node.id, node })),
  );
}

/**
 * The scoring of a whole run in one go, by a scorer that can: for a page that re-colours the tree while a weight moves.
 * Null where the scorer needs more than the texts.
 */
export function scoreAtOnce(
  tree: SamplingTree,
  header: Omit<ScoringHeader, 'rewardModel'>,
  rewardModel: RewardModel,
): Scoring | null {
  const { scoreAtOnce: score, description } = rewardModel;
  if (score === undefined) return null;
  const { plan, policy } = tree.run;
  const outcomes = scorableResponses(tree).map(({ armId, nodeId, node }) => {
    const request = rewardRequest(node, plan, policy.id, header.conditionedOn);
    return { response: { armId, nodeId }, scoring: scoringOf(request, score) };
  });
  return { ...header, rewardModel: description, outcomes };
}

function scoringOf(
  request: RewardRequest,
  score: NonNullable<RewardModel['scoreAtOnce']>,
): NodeScoring {
  try {
    const conditionedOn = otherConditioning(request.conditionedOn);
    return {
      status: 'scored',
      reward: checked(score(request)),
      otherReward: checked(score({ ...request, conditionedOn })),
    };
  } catch (error) {
    const message = messageOf(error);
    return { status: 'failed', message };
  }
}
