import type { RewardModelDescription } from '../reward.ts';
import { isSameResponse } from '../tree/grow-scorings.ts';
import type { SamplingTree, Scoring } from '../tree/sampling-tree.ts';
import { rewardsOfComparisons, type Comparison } from './reward-of-comparisons.ts';
import { scorableResponses } from './score-tree.ts';

/** People as a scorer: they read prompt and preference, and see neither rewards nor who wrote what. */
export const VOTES: RewardModelDescription = {
  id: 'votes',
  name: 'Votes',
  version: 1,
  summary:
    'Blind comparisons by people, turned into Bradley–Terry strengths. It measures what those who voted liked, with intervals that say how sure that is.',
  settings: {},
};

/** The scoring that a run's votes amount to; null before the first. */
export function readVotes(tree: SamplingTree): Scoring | null {
  if (tree.votes.length === 0) return null;
  const responses = scorableResponses(tree);
  const place = (address: (typeof tree.votes)[number]['first']): number =>
    responses.findIndex((response) => isSameResponse(response, address));
  const comparisons: readonly Comparison[] = tree.votes.flatMap((vote) => {
    const [first, second] = [place(vote.first), place(vote.second)];
    if (first < 0 || second < 0 || first === second) return [];
    return [{ first, second, outcome: vote.outcome, consistent: true }];
  });
  const conditionedOn = 'prompt-and-preference';
  const rewards = rewardsOfComparisons(comparisons, responses.length, conditionedOn);
  const outcomes = responses.flatMap(({ armId, nodeId }, item) => {
    const reward = rewards[item] ?? null;
    if (reward === null) return [];
    const scoring = { status: 'scored', reward, otherReward: null } as const;
    return [{ response: { armId, nodeId }, scoring }];
  });
  return { id: 'votes', rewardModel: VOTES, conditionedOn, outcomes };
}
