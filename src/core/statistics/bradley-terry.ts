import { groupsOf } from './comparison-groups.ts';
import { inverse } from './positive-definite.ts';
import { standardDeviationsAround } from './normal-quantile.ts';
import type { Interval } from './wilson-interval.ts';

/** One comparison of two items, by index. */
export interface PairwiseOutcome {
  readonly first: number;
  readonly second: number;
  readonly outcome: 'first' | 'second' | 'tie';
}

/** What comparisons say of one item. */
export interface Strength {
  /** On the log scale: item i beats j with probability 1 / (1 + exp(strength_j − strength_i)). 0 is the mean of its group. */
  readonly strength: number;
  /** 95 %; null for an item that was never compared. */
  readonly interval: Interval | null;
  readonly comparisons: number;
  /** Items of one group are linked by chains of comparisons, from 0; strengths of different groups say nothing of each other. */
  readonly group: number;
}

/**
 * The prior, in comparisons: each item is given a tenth of a win and a tenth of a loss against an imagined item of strength 0.
 * It keeps the strength of an item that won or lost all it met finite, and weighs little beside one real comparison.
 */
export const PRIOR_COMPARISONS = 0.1;

const MOST_ROUNDS = 10_000;
const CONVERGED = 1e-10;

/**
 * Bradley–Terry strengths from pairwise outcomes, a tie counting as half a win for each.
 *
 * The strengths are the posterior mode under the prior above, found by the minorise–maximise updates of Hunter (2004, “MM
 * algorithms for generalized Bradley–Terry models”), one item after the other. The intervals are Laplace's approximation: the
 * posterior is taken as normal, its covariance the inverse of the observed information (the whole matrix, prior included), for
 * the differences from the group's mean. They are rough for items with few comparisons. Each group of linked items has mean 0,
 * and so has the whole. The same comparisons give the same figures.
 *
 * @param comparisons in any order, repeats allowed.
 * @param count items; the result has one strength for each, in their order.
 * @throws RangeError when a comparison names an item outside 0 … count − 1, or one item twice.
 */
export function bradleyTerry(
  comparisons: readonly PairwiseOutcome[],
  count: number,
): readonly Strength[] {
  const record = recordOf(comparisons, count);
  const groups = groupsOf(record.meetings);
  const logStrengths = maximise(record).map(Math.log);
  const covariance = inverse(information(record, logStrengths));
  const z = standardDeviationsAround(0.95);
  return logStrengths.map((own, item) => {
    const group = groups[item] ?? 0;
    const members = logStrengths.flatMap((_, other) => (groups[other] === group ? [other] : []));
    const met = sum([...(record.meetings[item]?.values() ?? [])]);
    const strength = own - sum(members.map((other) => logStrengths[other] ?? 0)) / members.length;
    if (met === 0) return { strength: 0, interval: null, comparisons: 0, group };
    const reach = z * Math.sqrt(varianceFromMean(covariance, item, members));
    const interval = { low: strength - reach, high: strength + reach };
    return { strength, interval, comparisons: met, group };
  });
}

interface ComparisonRecord {
  /** By item: wins, ties as halves. */
  readonly wins: readonly number[];
  /** By item: how often it met each other one. */
  readonly meetings: readonly ReadonlyMap<number, number>[];
}

function recordOf(comparisons: readonly PairwiseOutcome[], count: number): ComparisonRecord {
  const wins = new Array<number>(count).fill(0);
  const meetings = Array.from({ length: count }, () => new Map<number, number>());
  const meet = (item: number, other: number, won: number): void => {
    const known = meetings[item];
    if (known === undefined || item === other)
      throw new RangeError('A comparison needs two different items of those counted.');
    known.set(other, (known.get(other) ?? 0) + 1);
    wins[item] = (wins[item] ?? 0) + won;
  };
  for (const { first, second, outcome } of comparisons) {
    const won = { first: 1, second: 0, tie: 0.5 }[outcome];
    meet(first, second, won);
    meet(second, first, 1 - won);
  }
  return { wins, meetings };
}

/** Hunter's update, λ_i = wins_i / Σ_j n_ij / (λ_i + λ_j), the imagined item with λ = 1 among the others. */
function maximise({ wins, meetings }: ComparisonRecord): readonly number[] {
  const lambda = new Array<number>(wins.length).fill(1);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let change = 0;
    meetings.forEach((met, item) => {
      const own = lambda[item] ?? 1;
      let weight = (2 * PRIOR_COMPARISONS) / (own + 1);
      for (const [other, times] of met) weight += times / (own + (lambda[other] ?? 1));
      const next = ((wins[item] ?? 0) + PRIOR_COMPARISONS) / weight;
      change = Math.max(change, Math.abs(Math.log(next / own)));
      lambda[item] = next;
    });
    if (change < CONVERGED) break;
  }
  return lambda;
}

/** Minus the second derivatives of the log posterior by the log strengths; positive definite, thanks to the prior. */
function information({ meetings }: ComparisonRecord, logStrengths: readonly number[]): number[][] {
  const curvature = (difference: number): number => {
    const chance = 1 / (1 + Math.exp(-difference));
    return chance * (1 - chance);
  };
  return logStrengths.map((own, item) => {
    const row = logStrengths.map((other, index) => {
      const times = meetings[item]?.get(index) ?? 0;
      return times === 0 ? 0 : -times * curvature(own - other);
    });
    row[item] = 2 * PRIOR_COMPARISONS * curvature(own) - sum(row);
    return row;
  });
}

/** Of an item's distance from the mean of its group. */
function varianceFromMean(
  covariance: readonly (readonly number[])[],
  item: number,
  members: readonly number[],
): number {
  const own = covariance[item] ?? [];
  const withMembers = sum(members.map((member) => own[member] ?? 0)) / members.length;
  const amongMembers = sum(
    members.flatMap((member) => members.map((other) => covariance[member]?.[other] ?? 0)),
  );
  return (own[item] ?? 0) - 2 * withMembers + amongMembers / members.length ** 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
