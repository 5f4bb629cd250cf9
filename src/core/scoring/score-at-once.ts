import type { RewardModel, RewardRequest } from '../reward.ts';
import type { NodeScoring, SamplingTree, Scoring, ScoringHeader } from '../tree/sampling-tree.ts';
import { checked, otherConditioning, rewardRequest } from './score-response.ts';
import { scorableResponses } from './score-tree.ts';

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
    const message = error instanceof Error ? error.message : String(error);
    return { status: 'failed', message };
  }
}
