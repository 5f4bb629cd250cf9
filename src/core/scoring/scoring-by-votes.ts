import type { RewardModelDescription } from '../reward.ts';
import { isSameResponse } from '../tree/find-in-tree.ts';
import type { ResponseAddress, SamplingTree, Scoring } from '../tree/sampling-tree.ts';
import {
  equalResponses,
  rewardOfCopy,
  rewardsOfComparisons,
  type Comparison,
} from './rewards-of-comparisons.ts';
import { VOTES_SCORING } from './own-scoring-and-retries.ts';

/** People as a scorer: they read prompt and preference, and see neither rewards nor who wrote what. */
const VOTES: RewardModelDescription = {
  id: 'votes',
  name: 'Votes',
  version: 1,
  summary:
    'Blind comparisons by people, turned into Bradley–Terry strengths. It measures what those who voted liked, with intervals that say how sure that is.',
  settings: {},
};

/** The scoring that a run's votes amount to; null before the first. A vote on a text is one on all its copies. */
export function readVotes(tree: SamplingTree): Scoring | null {
  if (tree.votes.length === 0) return null;
  const texts = equalResponses(tree);
  const place = (address: ResponseAddress): number =>
    texts.findIndex((copies) => copies.some((copy) => isSameResponse(copy, address)));
  const comparisons: readonly Comparison[] = tree.votes.flatMap((vote) => {
    const [first, second] = [place(vote.first), place(vote.second)];
    if (first < 0 || second < 0 || first === second) return [];
    return [{ first, second, outcome: vote.outcome, consistent: true }];
  });
  const conditionedOn = 'prompt-and-preference';
  const rewards = rewardsOfComparisons(comparisons, texts.length, conditionedOn);
  const outcomes = texts.flatMap((copies, item) => {
    const given = rewards[item] ?? null;
    if (given === null) return [];
    return copies.map(({ armId, nodeId }, position) => {
      const reward = rewardOfCopy(given, position);
      const scoring = { status: 'scored', reward, otherReward: null } as const;
      return { response: { armId, nodeId }, scoring };
    });
  });
  return { id: VOTES_SCORING, rewardModel: VOTES, conditionedOn, outcomes };
}
