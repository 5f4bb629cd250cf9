import {
  isSameResponse,
  kendallTau,
  pairwiseAgreement,
  type PairwiseAgreement,
} from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import type { Candidate } from './candidates.ts';
import type { Standing } from './standings.ts';

/** How another scoring orders the texts that were voted on. */
export interface VoteAgreement {
  readonly scoringId: string;
  readonly name: string;
  /** Texts that have both a strength and a reward. */
  readonly responses: number;
  /** Kendall's τ-b, −1 to 1; null where it is undefined. */
  readonly tau: number | null;
  readonly pairs: PairwiseAgreement;
}

/**
 * The agreement of votes with each other scoring, over the largest group of texts that comparisons link: strengths of different
 * groups have no order.
 */
export function agreementsOf(
  standings: readonly Standing[],
  scorings: readonly NamedScoring[],
): readonly VoteAgreement[] {
  const linked = largestGroup(standings);
  return scorings
    .filter(({ id }) => id !== 'votes')
    .map((scoring) => {
      const both = linked.flatMap(({ candidate, strength }) => {
        const reward = rewardIn(scoring, candidate);
        return reward === null ? [] : [{ strength, reward }];
      });
      const strengths = both.map(({ strength }) => strength);
      const rewards = both.map(({ reward }) => reward);
      return {
        scoringId: scoring.id,
        name: scoring.name,
        responses: both.length,
        tau: kendallTau(strengths, rewards),
        pairs: pairwiseAgreement(strengths, rewards),
      };
    });
}

function largestGroup(standings: readonly Standing[]): readonly Standing[] {
  return standings.reduce<readonly Standing[]>((largest, { group }) => {
    const members = standings.filter((each) => each.group === group);
    return members.length > largest.length ? members : largest;
  }, []);
}

/** The reward of the text where it stands first; where that has none, of a copy. */
function rewardIn(scoring: NamedScoring, { copies }: Candidate): number | null {
  for (const copy of copies) {
    const outcome = scoring.outcomes.find(({ response }) => isSameResponse(response, copy));
    if (outcome?.scoring.status === 'scored') return outcome.scoring.reward.value;
  }
  return null;
}
