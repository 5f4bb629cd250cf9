import type { Conditioning, Reward, RewardModelDescription } from '../reward.ts';
import { bradleyTerry, type PairwiseOutcome, type Strength } from '../statistics/bradley-terry.ts';
import type { SamplingTree, ResponseAddress, Scoring } from '../tree/sampling-tree.ts';
import { scorableResponses, type ScorableResponse } from './score-tree-again.ts';
import { isSameResponse } from '../tree/find-in-tree.ts';
import { VOTES_SCORING } from './own-scoring.ts';

/** One comparison of two responses, by index; `consistent` is false where the order decided and not the responses. */
export interface Comparison extends PairwiseOutcome {
  readonly consistent: boolean;
}

/**
 * Rewards of responses that were compared with each other: Bradley–Terry strengths on the log scale, 0 their mean.
 *
 * @returns one for each of `count` responses, in their order; null for one that met no other.
 */
export function rewardsOfComparisons(
  comparisons: readonly Comparison[],
  count: number,
  conditionedOn: Conditioning,
): readonly (Reward | null)[] {
  return bradleyTerry(comparisons, count).map((strength, item) => {
    if (strength.comparisons === 0) return null;
    const own = comparisons.filter(({ first, second }) => first === item || second === item);
    const measured = `${recordSentence(own, item)}${intervalSentence(strength)}`;
    const value = strength.strength;
    const breakdown = [{ id: 'strength', label: 'Strength', value, measured }];
    const inconsistent = own.filter(({ consistent }) => !consistent).length;
    return { value, breakdown, conditionedOn, comparisons: { made: own.length, inconsistent } };
  });
}

function recordSentence(comparisons: readonly Comparison[], item: number): string {
  const ties = comparisons.filter(({ outcome }) => outcome === 'tie').length;
  const wins = comparisons.filter((each) => winnerOf(each) === item).length;
  const losses = comparisons.length - ties - wins;
  const turned = comparisons.filter(({ consistent }) => !consistent).length;
  const record = `${String(wins)} won, ${String(ties)} tied, ${String(losses)} lost of ${String(comparisons.length)}`;
  return turned === 0 ? record : `${record}; ${String(turned)} changed with the order`;
}

function winnerOf({ first, second, outcome }: Comparison): number | null {
  if (outcome === 'tie') return null;
  return outcome === 'first' ? first : second;
}

function intervalSentence({ interval }: Strength): string {
  if (interval === null) return '';
  return `; 95 % interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`;
}

/** The responses that have one text, in the order sampled: whoever reads texts can't tell them apart. */
export type EqualResponses = readonly [ScorableResponse, ...ScorableResponse[]];

/**
 * Every response of a run that can have a reward, grouped by its text, in the order sampled. Arms that share seeds often share
 * texts. White space at the ends makes no difference.
 */
export function equalResponses(tree: SamplingTree): readonly EqualResponses[] {
  const byText = new Map<string, EqualResponses>();
  for (const response of scorableResponses(tree)) {
    const text = response.node.progress.text.trim();
    const known = byText.get(text);
    byText.set(text, known === undefined ? [response] : [...known, response]);
  }
  return [...byText.values()];
}

/** What the reward of a text is for one of its responses. The comparisons stand with the first alone, so that each counts once. */
export function rewardOfCopy(reward: Reward, position: number): Reward {
  return position === 0 ? reward : { ...reward, comparisons: { made: 0, inconsistent: 0 } };
}

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
