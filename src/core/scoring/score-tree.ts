import type { Clock } from '../clock.ts';
import { messageOf } from '../error-message.ts';
import type { RewardModel } from '../reward.ts';
import { isSameResponse } from '../tree/find-in-tree.ts';
import type { ScoringEvent } from '../tree/run-events.ts';
import type {
  NodeScoring,
  ResponseAddress,
  SamplingTree,
  Scoring,
  ScoringHeader,
} from '../tree/sampling-tree.ts';
import { scoreOtherWay, scoreResponse } from './ask-for-rewards.ts';
import { isWhole, rewardRequest } from './score-response.ts';
import { scorableResponses, type ScorableResponse } from './score-tree-again.ts';

/** What scoring a whole run needs from outside. */
export interface ScoringDependencies {
  readonly rewardModel: RewardModel;
  readonly clock: Clock;
  /** Whether each response is also scored under the other conditioning, at the price of as many calls again. */
  readonly bothWays: boolean;
}

/** The responses that a scoring has no reward for, not asked about yet or failed, or lacks the one the other way for. */
export function missingResponses(
  tree: SamplingTree,
  scoring: Scoring | null,
): readonly ScorableResponse[] {
  return scorableResponses(tree).filter((response) => {
    const told = toldOf(scoring, response);
    return told === null || !isWhole(told);
  });
}

function toldOf(scoring: Scoring | null, response: ResponseAddress): NodeScoring | null {
  const outcome = scoring?.outcomes.find((each) => isSameResponse(each.response, response));
  return outcome?.scoring ?? null;
}

/**
 * Asks a scorer about every response of a run that it has no reward for yet, without sampling: a scoring that was stopped
 * goes on, one with failures tries those again. A failure leaves its response unscored and says why. Where only the other way
 * failed, only that is asked for again.
 *
 * @throws the signal's reason when it is aborted; what was told before stays.
 */
export async function* scoreTree(
  tree: SamplingTree,
  header: ScoringHeader,
  { rewardModel, clock, bothWays }: ScoringDependencies,
  signal: AbortSignal,
): AsyncGenerator<ScoringEvent, void> {
  const { plan, policy } = tree.run;
  const begun = tree.scorings.find(({ id }) => id === header.id) ?? null;
  if (begun === null) yield { type: 'scoring-started', scoring: header, at: clock.now() };
  for (const { armId, nodeId, node } of missingResponses(tree, begun)) {
    signal.throwIfAborted();
    const about = { scoringId: header.id, armId, nodeId } as const;
    const request = rewardRequest(node, plan, policy.id, header.conditionedOn);
    try {
      const told = toldOf(begun, about);
      const rewards =
        told?.status === 'scored'
          ? await scoreOtherWay(request, told.reward, rewardModel, signal)
          : await scoreResponse(request, bothWays, rewardModel, signal);
      yield { type: 'scoring-given', ...about, ...rewards };
    } catch (error) {
      signal.throwIfAborted();
      const message = messageOf(error);
      yield { type: 'scoring-failed', ...about, message };
    }
  }
}
