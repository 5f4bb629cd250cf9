import {
  isReservedScoringId,
  isSameResponse,
  isScorable,
  type DurableEvent,
  type GrowingTree,
  type ResponseAddress,
  type ScoringEvent,
  type Vote,
  type VoteCast,
  type Reward,
} from '../../core/index.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './describe-problem.ts';

/** What is said of responses after they were sampled: scorings and votes. */
export type AfterwardsEvent = ScoringEvent | VoteCast;

/** Whether an event is about a run that was sampled before: a scoring or a vote. */
export function isAfterwards(event: DurableEvent): event is AfterwardsEvent {
  return event.type.startsWith('scoring-') || event.type === 'vote-cast';
}

/** Scorings are begun before they say anything, and what is scored or compared is a finished response of the run. */
export function checkAfterwards(
  event: AfterwardsEvent,
  path: FieldPath,
  tree: GrowingTree,
): Problem | null {
  switch (event.type) {
    case 'scoring-started':
      if (isReservedScoringId(event.scoring.id)) {
        const found = describeValue(event.scoring.id);
        return problemAt(
          [...path, 'scoring', 'id'],
          'an id that the page doesn’t give itself',
          found,
        );
      }
      if (tree.hasScoring(event.scoring.id)) {
        const found = describeValue(event.scoring.id);
        return problemAt([...path, 'scoring', 'id'], 'an id that no other scoring has', found);
      }
      return null;
    case 'vote-cast': {
      const { first, second } = event.vote;
      return (
        checkResponse(first, [...path, 'vote', 'first'], tree) ??
        checkResponse(second, [...path, 'vote', 'second'], tree) ??
        checkTwo(event.vote, path)
      );
    }
    default:
      if (!tree.hasScoring(event.scoringId)) {
        const found = describeValue(event.scoringId);
        return problemAt([...path, 'scoringId'], 'the id of a scoring begun before', found);
      }
      return (
        checkResponse(event, path, tree) ??
        (event.type === 'scoring-given' ? checkRewards(event, path) : null)
      );
  }
}

function checkResponse(
  { armId, nodeId }: ResponseAddress,
  path: FieldPath,
  tree: GrowingTree,
): Problem | null {
  const arm = tree.arm(armId);
  if (arm === null) {
    return problemAt([...path, 'armId'], "the id of one of the plan's arms", describeValue(armId));
  }
  const node = arm.node(nodeId);
  return node !== null && isScorable(node)
    ? null
    : problemAt([...path, 'nodeId'], 'a response that was finished before', describeValue(nodeId));
}

function checkTwo({ first, second }: Vote, path: FieldPath): Problem | null {
  if (!isSameResponse(first, second)) return null;
  const found = `${describeValue(second.nodeId)} like the first`;
  return problemAt([...path, 'vote', 'second'], 'another response than the first', found);
}

/** Breakdowns sum to their rewards. */
export function checkRewards(
  { reward, otherReward }: { readonly reward: Reward; readonly otherReward: Reward | null },
  path: FieldPath,
): Problem | null {
  return (
    checkSum(reward, [...path, 'reward']) ??
    (otherReward === null ? null : checkSum(otherReward, [...path, 'otherReward']))
  );
}

/** Sums of floating-point numbers depend on their order: allow for that, and for nothing that a reader would see. */
const SUM_TOLERANCE = 1e-6;

function checkSum({ value, breakdown }: Reward, path: FieldPath): Problem | null {
  const sum = breakdown.reduce((total, contribution) => total + contribution.value, 0);
  const size = breakdown.reduce((total, contribution) => total + Math.abs(contribution.value), 1);
  return Math.abs(sum - value) <= SUM_TOLERANCE * size
    ? null
    : problemAt(
        [...path, 'value'],
        `the sum of its breakdown, ${String(sum)},`,
        describeValue(value),
      );
}
