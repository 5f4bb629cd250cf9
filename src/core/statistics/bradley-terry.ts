import { inverse, solve } from './positive-definite.ts';
import { DEVIATIONS_OF_95_PERCENT, type Interval } from './wilson-interval.ts';

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
const PRIOR_COMPARISONS = 0.1;

const MOST_ROUNDS = 100;
/** The longest step, on the log scale, that changes nothing any more. */
const CONVERGED = 1e-9;
/** Falls of the log posterior by less are rounding. */
const ROUNDING = 1e-9;

/**
 * Bradley–Terry strengths from pairwise outcomes, a tie counting as half a win for each.
 *
 * The strengths are the posterior mode under the prior above, found by Newton's method; the log posterior is concave (Hunter
 * 2004, “MM algorithms for generalized Bradley–Terry models”), and a step that overshoots is halved. The intervals are Laplace's approximation: the
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
  const logStrengths = maximise(record);
  const covariance = inverse(information(record, logStrengths));
  const z = DEVIATIONS_OF_95_PERCENT;
  const means = new Map<number, GroupMean>();
  return logStrengths.map((own, item) => {
    const group = groups[item] ?? 0;
    const met = sum([...(record.meetings[item]?.values() ?? [])]);
    if (met === 0) return { strength: 0, interval: null, comparisons: 0, group };
    const groupMean = means.get(group) ?? meanOfGroup(group, groups, logStrengths, covariance);
    means.set(group, groupMean);
    const strength = own - groupMean.mean;
    const reach = z * Math.sqrt(varianceFromMean(covariance, item, groupMean));
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

function maximise(record: ComparisonRecord): readonly number[] {
  let strengths: readonly number[] = record.wins.map(() => 0);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const step = solve(information(record, strengths), gradient(record, strengths));
    const least = logPosterior(record, strengths) - ROUNDING;
    let share = 1;
    while (logPosterior(record, moved(strengths, step, share)) < least) share /= 2;
    strengths = moved(strengths, step, share);
    if (step.every((each) => Math.abs(each) < CONVERGED)) break;
  }
  return strengths;
}

function moved(strengths: readonly number[], step: Float64Array, share: number): readonly number[] {
  return strengths.map((own, item) => own + share * (step[item] ?? 0));
}

/** Up to a constant; the imagined item of the prior has strength 0. */
function logPosterior({ wins, meetings }: ComparisonRecord, strengths: readonly number[]): number {
  const terms = strengths.map((own, item) => {
    let term = ((wins[item] ?? 0) + PRIOR_COMPARISONS) * own;
    term -= 2 * PRIOR_COMPARISONS * logSum(own, 0);
    // Each meeting stands with both items.
    for (const [other, times] of meetings[item] ?? []) {
      term -= (times / 2) * logSum(own, strengths[other] ?? 0);
    }
    return term;
  });
  return sum(terms);
}

/** log(exp(one) + exp(other)), finite for all finite strengths. */
function logSum(one: number, other: number): number {
  return Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));
}

/** Of the log posterior: wins had, less wins expected. */
function gradient(
  { wins, meetings }: ComparisonRecord,
  strengths: readonly number[],
): readonly number[] {
  return strengths.map((own, item) => {
    let slope = (wins[item] ?? 0) + PRIOR_COMPARISONS - 2 * PRIOR_COMPARISONS * chance(own);
    for (const [other, times] of meetings[item] ?? []) {
      slope -= times * chance(own - (strengths[other] ?? 0));
    }
    return slope;
  });
}

/** That an item wins, by how far its strength is above the other's. */
function chance(difference: number): number {
  return 1 / (1 + Math.exp(-difference));
}

/** Minus the second derivatives of the log posterior by the log strengths; positive definite, thanks to the prior. */
function information({ meetings }: ComparisonRecord, logStrengths: readonly number[]): number[][] {
  const curvature = (difference: number): number => chance(difference) * chance(-difference);
  return logStrengths.map((own, item) => {
    const row = new Array<number>(logStrengths.length).fill(0);
    let diagonal = 2 * PRIOR_COMPARISONS * curvature(own);
    for (const [other, times] of meetings[item] ?? []) {
      const shared = times * curvature(own - (logStrengths[other] ?? 0));
      row[other] = -shared;
      diagonal += shared;
    }
    row[item] = diagonal;
    return row;
  });
}

/** What all items of a group have in common. */
interface GroupMean {
  readonly members: readonly number[];
  /** Of their log strengths. */
  readonly mean: number;
  /** Of that mean. */
  readonly variance: number;
}

function meanOfGroup(
  group: number,
  groups: readonly number[],
  logStrengths: readonly number[],
  covariance: readonly Float64Array[],
): GroupMean {
  const members = groups.flatMap((each, item) => (each === group ? [item] : []));
  const mean = sum(members.map((member) => logStrengths[member] ?? 0)) / members.length;
  const variance =
    sum(members.map((member) => covarianceWithMean(covariance, member, members))) / members.length;
  return { members, mean, variance };
}

function covarianceWithMean(
  covariance: readonly Float64Array[],
  item: number,
  members: readonly number[],
): number {
  const own = covariance[item] ?? [];
  return sum(members.map((member) => own[member] ?? 0)) / members.length;
}

/** Of an item's distance from the mean of its group. */
function varianceFromMean(
  covariance: readonly Float64Array[],
  item: number,
  { members, variance }: GroupMean,
): number {
  const own = covariance[item]?.[item] ?? 0;
  return own - 2 * covarianceWithMean(covariance, item, members) + variance;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The group of each item, numbered from 0 in the order of their first items: two items are in one group where a chain of
 * comparisons leads from one to the other.
 *
 * @param meetings by item: those it was compared with.
 */
export function groupsOf(meetings: readonly ReadonlyMap<number, unknown>[]): readonly number[] {
  const groups = new Array<number>(meetings.length).fill(-1);
  let next = 0;
  for (let item = 0; item < meetings.length; item += 1) {
    if (groups[item] !== -1) continue;
    const waiting = [item];
    for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
      if (groups[member] !== -1) continue;
      groups[member] = next;
      waiting.push(...(meetings[member]?.keys() ?? []));
    }
    next += 1;
  }
  return groups;
}
