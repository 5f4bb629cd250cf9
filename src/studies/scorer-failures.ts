import { checked, messageOf, PolicyError, type RewardModel } from '../core/index.ts';

/** Failures one after another that are still let through, where fewer calls are under way at once. */
const FAILURES_OF_FEW = 8;

/**
 * A scorer that tells when it has failed too often with nothing scored between: a server that is gone, or doesn't take its key,
 * would fail every response of a queue. Failures on one prompt alone say nothing of the scorer once it has scored, and a response
 * that is too long for it never does. A reward that isn't kept, as `checked` has it, is a failure too.
 *
 * @param inFlight calls under way at once: as many fail together
 * @param onTooMany told why, in a sentence
 */
export function countedScorer(
  rewardModel: RewardModel,
  inFlight: number,
  onTooMany: (sentence: string) => void,
): RewardModel {
  const most = Math.max(inFlight, FAILURES_OF_FEW);
  const prompts = new Set<string>();
  let [failures, hasScored] = [0, false];
  const failed = (prompt: string, error: unknown): void => {
    failures += 1;
    prompts.add(prompt);
    if (failures <= most || (hasScored && prompts.size === 1)) return;
    onTooMany(
      `The scorer failed more than ${String(most)} times one after another: ${messageOf(error)}`,
    );
  };
  return {
    ...rewardModel,
    score: async (request, signal) => {
      try {
        const reward = checked(await rewardModel.score(request, signal));
        [failures, hasScored] = [0, true];
        prompts.clear();
        return reward;
      } catch (error) {
        const isTooLong = error instanceof PolicyError && error.kind === 'context-overflow';
        if (!signal.aborted && !isTooLong) failed(request.prompt, error);
        throw error;
      }
    },
  };
}
