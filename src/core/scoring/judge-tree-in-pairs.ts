import { messageOf } from '../error-message.ts';
import type { PairwiseJudge } from '../reward.ts';
import type { Clock } from '../clock.ts';
import { comparisonSchedule } from '../statistics/comparison-schedule.ts';
import type { ScoringEvent } from '../tree/run-events.ts';
import { isSameResponse } from '../tree/find-in-tree.ts';
import type { SamplingTree, Scoring, ScoringHeader } from '../tree/sampling-tree.ts';
import {
  equalResponses,
  rewardOfCopy,
  rewardsOfComparisons,
  type Comparison,
  type EqualResponses,
} from './rewards-of-comparisons-and-votes.ts';
import { rewardRequest } from './score-response.ts';

/** Others that each response is compared with, where there are more: all pairs of a large pool would take too long. */
export const OPPONENTS = 4;

/**
 * The share of a scoring's verdicts that changed with the order in which the two were shown, 0 to 1; null where it compared
 * no pairs.
 */
export function inconsistentShare({ outcomes }: Scoring): number | null {
  // Each comparison stands with both of its texts, and there with one response.
  const counts = outcomes.flatMap(({ scoring }) =>
    scoring.status === 'scored' ? (scoring.reward.comparisons ?? []) : [],
  );
  const made = counts.reduce((sum, each) => sum + each.made, 0);
  const inconsistent = counts.reduce((sum, each) => sum + each.inconsistent, 0);
  return made === 0 ? null : inconsistent / made;
}

/** What comparing a run’s responses needs from outside. */
export interface ComparingDependencies {
  readonly judge: PairwiseJudge;
  readonly clock: Clock;
}

export interface ComparingStep {
  readonly event: ScoringEvent | null;
  /** Pairs compared, of those planned. */
  readonly done: number;
  readonly total: number;
}

/**
 * Lets a judge compare a run's responses in pairs and turns its verdicts into rewards. A pair that can't be compared is
 * left out; a response left with no comparison stays unscored and says why. Equal texts are one to the judge: they meet others
 * as one and share a reward.
 *
 * Where the scoring has begun before, all pairs are compared again, since strengths compare within one fit alone.
 *
 * @throws the signal's reason when it is aborted, after telling what the pairs compared so far give; of a scoring that has
 *   begun before nothing is told then, and what it has stays.
 */
// eslint-disable-next-line max-lines-per-function -- one loop that tells after each pair; its steps are the method’s
export async function* compareTree(
  tree: SamplingTree,
  header: ScoringHeader,
  { judge, clock }: ComparingDependencies,
  signal: AbortSignal,
): AsyncGenerator<ComparingStep, void> {
  const texts = equalResponses(tree);
  const pairs = comparisonSchedule(texts.length, OPPONENTS);
  const total = pairs.length;
  const comparisons: Comparison[] = [];
  const failures = new Map<number, string>();
  const known = tree.scorings.find(({ id }) => id === header.id);
  const begun = known !== undefined;
  if (!begun) {
    yield { event: { type: 'scoring-started', scoring: header, at: clock.now() }, done: 0, total };
  }
  for (const [position, { first, second }] of pairs.entries()) {
    if (signal.aborted) break;
    try {
      const [one, other] = [requestFor(first), requestFor(second)];
      const { outcome, consistent } = await judge.compare(one, other, signal);
      comparisons.push({ first, second, outcome, consistent });
    } catch (error) {
      const message = messageOf(error);
      for (const item of [first, second]) failures.set(item, message);
    }
    yield { event: null, done: position + 1, total };
  }
  for (const event of outcomes(texts, header, comparisons, failures)) {
    // A pair that was broken off has not failed, and half of the pairs don't replace what a whole scoring gave.
    if (signal.aborted && (begun || event.type === 'scoring-failed')) continue;
    // What an earlier try gave outlives one that gives nothing.
    if (comparisons.length === 0 && isScored(known, event)) continue;
    yield { event, done: comparisons.length, total };
  }
  signal.throwIfAborted();

  function requestFor(item: number): ReturnType<typeof rewardRequest> {
    const response = texts[item]?.[0];
    if (response === undefined) throw new Error('The schedule names a response that is not there.');
    const { plan, policy } = tree.run;
    return rewardRequest(response.node, plan, policy.id, header.conditionedOn);
  }
}

/** Whether a scoring has a reward for the response that the event is about. */
function isScored(scoring: Scoring | undefined, event: ComparedEvent): boolean {
  return (scoring?.outcomes ?? []).some(
    (each) => isSameResponse(each.response, event) && each.scoring.status === 'scored',
  );
}

type ComparedEvent = Exclude<ScoringEvent, { type: 'scoring-started' }>;

function outcomes(
  texts: readonly EqualResponses[],
  { id: scoringId, conditionedOn }: ScoringHeader,
  comparisons: readonly Comparison[],
  failures: ReadonlyMap<number, string>,
): readonly ComparedEvent[] {
  const rewards = rewardsOfComparisons(comparisons, texts.length, conditionedOn);
  return texts.flatMap((copies, item) => {
    const given = rewards[item] ?? null;
    const message = failures.get(item) ?? 'It was compared with no other text.';
    return copies.map(({ armId, nodeId }, position): ComparedEvent => {
      const about = { scoringId, armId, nodeId };
      if (given === null) return { type: 'scoring-failed', ...about, message };
      const reward = rewardOfCopy(given, position);
      return { type: 'scoring-given', ...about, reward, otherReward: null };
    });
  });
}
