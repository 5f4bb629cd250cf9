import type {
  Reward,
  RewardContribution,
  RewardModel,
  RewardModelDescription,
  RewardRequest,
} from '../../core/index.ts';
import { modelAtOnce } from '../model-at-once.ts';

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
