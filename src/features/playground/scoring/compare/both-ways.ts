import {
  readByScoring,
  type Conditioning,
  type Reward,
  type SamplingTree,
  type Scoring,
} from '../../../../core/index.ts';
import { findScorer } from '../../../../rewards/index.ts';
import { armWinners, type ArmChoices, type Winner } from './arm-winners.ts';
import { pairScores, type ScoredPair } from './paired-scores.ts';

/** One scorer's rewards with z (first) and without (second). */
export interface BothWays {
  readonly pairs: readonly ScoredPair[];
  readonly winners: readonly ArmChoices<Winner>[];
  /** Whether a difference between the two means something; false where they stand on two scales. */
  readonly compares: boolean;
}

/** Reads what a scoring says against x and z beside what it says against x alone. */
export function analyseBothWays(tree: SamplingTree, scoring: Scoring): BothWays {
  const withPreference = oneWay(scoring, 'prompt-and-preference');
  const without = oneWay(scoring, 'prompt');
  return {
    pairs: pairScores(tree, withPreference, without),
    compares: findScorer(scoring.rewardModel.id)?.scalePerConditioning !== true,
    winners: armWinners(readByScoring(tree, withPreference), readByScoring(tree, without)),
  };
}

/** The part of a scoring that reads the responses in one of the two ways, whichever of them chose the winner. */
function oneWay(scoring: Scoring, conditionedOn: Conditioning): Scoring {
  const outcomes = scoring.outcomes.flatMap(({ response, scoring: outcome }) => {
    if (outcome.status !== 'scored') return [];
    const given: readonly (Reward | null)[] = [outcome.reward, outcome.otherReward];
    const reward = given.find((each) => each?.conditionedOn === conditionedOn) ?? null;
    if (reward === null) return [];
    return [{ response, scoring: { status: 'scored', reward, otherReward: null } as const }];
  });
  return { ...scoring, conditionedOn, outcomes };
}
