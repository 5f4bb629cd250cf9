import type {
  Reward,
  RewardContribution,
  RewardModel,
  RewardModelDescription,
  RewardRequest,
} from '../core/index.ts';

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

/** A reward model whose reward is one figure of the response's text, its term named as the model is. */
export function oneTermModel(
  description: RewardModelDescription,
  measure: (response: string) => Pick<RewardContribution, 'value' | 'measured'>,
): RewardModel {
  const scoreAtOnce = ({ response, conditionedOn }: RewardRequest): Reward => {
    const { value, measured } = measure(response);
    const { id, name: label } = description;
    return { value, breakdown: [{ id, label, value, measured }], conditionedOn };
  };
  return modelAtOnce(description, scoreAtOnce);
}
