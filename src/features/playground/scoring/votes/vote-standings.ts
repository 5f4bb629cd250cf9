import {
  bradleyTerry,
  type Interval,
  isSameResponse,
  kendallTau,
  pairwiseAgreement,
  type PairwiseAgreement,
  type SamplingTree,
  type Vote,
} from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { type Candidate, candidatesOf, meetingsOf } from './next-vote-candidates.ts';

/** What the votes say of one text. */
export interface Standing {
  readonly candidate: Candidate;
  /** Bradley–Terry, on the log scale; 0 is the mean of its group. */
  readonly strength: number;
  /** 95 % */
  readonly interval: Interval;
  /** Texts of one group are linked by chains of comparisons; others can't be compared. */
  readonly group: number;
  readonly won: number;
  readonly tied: number;
  readonly lost: number;
}

/** Strengths that differ by less are equal: that is how far the fit has converged. */
const EQUAL = 1e-6;

/** Every text that has been voted on, best first; equal strengths in the order sampled. */
export function standingsOf(tree: SamplingTree, votes: readonly Vote[]): readonly Standing[] {
  const candidates = candidatesOf(tree);
  const comparisons = meetingsOf(candidates, votes).map(({ pair: [first, second], outcome }) => ({
    first,
    second,
    outcome,
  }));
  const strengths = bradleyTerry(comparisons, candidates.length);
  return candidates
    .flatMap((candidate, index) => {
      const found = strengths[index];
      if (found === undefined || found.interval === null) return [];
      const { interval, group } = found;
      const strength = Math.round(found.strength / EQUAL) * EQUAL;
      const own = comparisons.flatMap(({ first, second, outcome }) => {
        if (first === index) return [outcome];
        return second === index ? [turned(outcome)] : [];
      });
      const count = (outcome: Vote['outcome']): number =>
        own.filter((each) => each === outcome).length;
      const record = { won: count('first'), tied: count('tie'), lost: count('second') };
      return [{ candidate, strength, interval, group, ...record }];
    })
    .toSorted((one, other) => other.strength - one.strength);
}

/** Whether every text voted on is linked to every other, so that all strengths can be compared. */
export function areLinked(standings: readonly Standing[]): boolean {
  return new Set(standings.map(({ group }) => group)).size <= 1;
}

/** The best, where its interval lies above that of every other; null while nobody is ahead. */
export function leaderOf(standings: readonly Standing[]): Standing | null {
  const [best, ...others] = standings;
  if (best === undefined || others.length === 0 || !areLinked(standings)) return null;
  return others.every(({ interval }) => interval.high < best.interval.low) ? best : null;
}

function turned(outcome: Vote['outcome']): Vote['outcome'] {
  if (outcome === 'tie') return 'tie';
  return outcome === 'first' ? 'second' : 'first';
}

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
