import type { Reward, RewardModel, RewardModelDescription, RewardRequest } from '../core/index.ts';

/**
 * A reward model that needs nothing but what it is told with a response, so that it can answer at once.
 *
 * @param scoreAtOnce where it throws, the promise of `score` is rejected.
 */
export function modelAtOnce(
  description: RewardModelDescription,
  scoreAtOnce: (request: RewardRequest) => Reward,
): RewardModel {
  return {
    description,
    scoreAtOnce,
    score: (request, signal) =>
      new Promise((resolve) => {
        signal.throwIfAborted();
        resolve(scoreAtOnce(request));
      }),
  };
}
