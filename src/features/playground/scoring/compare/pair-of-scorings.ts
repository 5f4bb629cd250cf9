import type { NamedScoring } from '../../../../runs/index.ts';
import {
  armLabel,
  groupCopies,
  isSameResponse,
  mean,
  nodeName,
  scorableResponses,
  type ResponseAddress,
  type SamplingTree,
  type Scoring,
} from '../../../../core/index.ts';

/** The two scorers that are compared. */
export interface PairOfScorings {
  readonly first: NamedScoring;
  readonly second: NamedScoring;
}

/** What a person has chosen; null before they have. */
export interface ChosenPair {
  readonly firstId: string | null;
  readonly secondId: string | null;
}

/**
 * The two scorings to compare: those that were chosen as long as they are there, else the one that the tree is read by
 * and the most telling other. Null where there are no two.
 */
export function pairOfScorings(
  scorings: readonly NamedScoring[],
  chosen: ChosenPair,
  startId: string,
): PairOfScorings | null {
  const named = (id: string | null): NamedScoring | undefined =>
    scorings.find((scoring) => scoring.id === id);
  const chosenSecond = named(chosen.secondId);
  const others = scorings.filter(({ id }) => id !== chosenSecond?.id);
  const first = [named(chosen.firstId), named(startId), ...others].find(
    (scoring) => scoring !== undefined && scoring.id !== chosenSecond?.id,
  );
  if (first === undefined) return null;
  const second = chosenSecond ?? mostTelling(scorings, first);
  return second === null ? null : { first, second };
}

/** The same pair with one side chosen anew; choosing what stands on the other side swaps them. */
export function choose(
  { first, second }: PairOfScorings,
  side: 'first' | 'second',
  id: string,
): ChosenPair {
  const [kept, left] = side === 'first' ? [second, first] : [first, second];
  const other = kept.id === id ? left.id : kept.id;
  return side === 'first' ? { firstId: id, secondId: other } : { firstId: other, secondId: id };
}

/** Another scorer rather than the same one again; one that was asked rather than one that is always there; the latest. */
function mostTelling(scorings: readonly NamedScoring[], first: NamedScoring): NamedScoring | null {
  const others = scorings.filter(({ id }) => id !== first.id);
  const different = others.filter(({ rewardModel }) => rewardModel.id !== first.rewardModel.id);
  return different.findLast(({ atOnce }) => !atOnce) ?? different[0] ?? others[0] ?? null;
}

/** A response of a run with what two scorings gave it. */
export interface ScoredPair extends ResponseAddress {
  /** Unique among the responses of a run. */
  readonly id: string;
  /** "PRS 4/4". */
  readonly armName: string;
  /** "Draft 3". */
  readonly name: string;
  /** Whether it counts towards N; the greedy anchor draft of PRS (0, N) doesn't. */
  readonly inBudget: boolean;
  readonly text: string;
  /** Null where the scoring has no reward for it: not asked, or failed. */
  readonly first: number | null;
  readonly second: number | null;
}

/** A response that both scorings gave a reward. */
export interface WholePair extends ScoredPair {
  readonly first: number;
  readonly second: number;
}

/** Every response of a run that can have a reward, in the order sampled, with the rewards of two scorings. */
export function pairScores(
  tree: SamplingTree,
  first: Scoring,
  second: Scoring,
): readonly ScoredPair[] {
  return scorableResponses(tree).flatMap(({ armId, nodeId, node }) => {
    const arm = tree.arms.find((each) => each.arm.id === armId);
    if (arm === undefined) return [];
    const address = { armId, nodeId };
    return [
      {
        ...address,
        id: responseKey(address),
        armName: armLabel(arm.arm),
        name: nodeName(node, arm),
        inBudget: node.inBudget,
        text: node.progress.text,
        first: rewardFor(first, address),
        second: rewardFor(second, address),
      },
    ];
  });
}

/** Those that can be compared. */
export function wholePairs(pairs: readonly ScoredPair[]): readonly WholePair[] {
  return pairs.flatMap((pair) => {
    const { first, second } = pair;
    return first === null || second === null ? [] : [{ ...pair, first, second }];
  });
}

/** Those that can be compared, each text once with the mean of its rewards: copies are no observations of their own. */
export function distinctPairs(pairs: readonly ScoredPair[]): readonly WholePair[] {
  return groupCopies(wholePairs(pairs), ({ text }) => text).map((copies) => ({
    ...copies[0],
    first: mean(copies.map(({ first }) => first)) ?? copies[0].first,
    second: mean(copies.map(({ second }) => second)) ?? copies[0].second,
  }));
}

/** One text for a response's place, such as a point of a chart can carry. */
function responseKey({ armId, nodeId }: ResponseAddress): string {
  return `${armId}/${nodeId}`;
}

function rewardFor(scoring: Scoring, address: ResponseAddress): number | null {
  const outcome = scoring.outcomes.find(({ response }) => isSameResponse(response, address));
  return outcome?.scoring.status === 'scored' ? outcome.scoring.reward.value : null;
}
