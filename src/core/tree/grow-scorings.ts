import type { RewardGiven, ScoringEvent } from './events.ts';
import type { NodeScoring, ResponseAddress, Scoring } from './sampling-tree.ts';

/** Folds one event into the scorings; what a scorer says of a response again replaces what it said before. */
export function growScorings(
  scorings: readonly Scoring[],
  event: ScoringEvent,
): readonly Scoring[] {
  if (event.type === 'scoring-started') {
    const known = scorings.some(({ id }) => id === event.scoring.id);
    return known ? scorings : [...scorings, { ...event.scoring, outcomes: [] }];
  }
  const response = { armId: event.armId, nodeId: event.nodeId };
  return scorings.map((scoring) =>
    scoring.id === event.scoringId ? addOutcome(scoring, response, scoringOf(event)) : scoring,
  );
}

function scoringOf(event: Exclude<ScoringEvent, { type: 'scoring-started' }>): NodeScoring {
  if (event.type === 'scoring-failed') return { status: 'failed', message: event.message };
  return scoredBy(event);
}

/** What an event that gives a reward says of its response. */
export function scoredBy({
  reward,
  otherReward,
  otherProblem,
  took,
}: Pick<RewardGiven, 'reward' | 'otherReward' | 'otherProblem' | 'took'>): NodeScoring {
  return {
    status: 'scored',
    reward,
    otherReward,
    ...(otherProblem === undefined ? {} : { otherProblem }),
    ...(took === undefined ? {} : { took }),
  };
}

function addOutcome(scoring: Scoring, response: ResponseAddress, outcome: NodeScoring): Scoring {
  const others = scoring.outcomes.filter((each) => !isSameResponse(each.response, response));
  return { ...scoring, outcomes: [...others, { response, scoring: outcome }] };
}

export function isSameResponse(one: ResponseAddress, other: ResponseAddress): boolean {
  return one.armId === other.armId && one.nodeId === other.nodeId;
}
