import type { RewardModel } from '../../core/index.ts';
import {
  valueOf,
  type SettingValues,
  type ShownWeight,
  type WeightsSetting,
} from '../scorer-settings.ts';
import { describeRubric } from './active-checks.ts';
import { READING_CORRECTION } from './preference/reading-correction.ts';
import { createRubric } from './rubric.ts';
import { DEFAULT_RUBRIC_WEIGHTS, RUBRIC_WEIGHTS } from './weights.ts';

/** The rubric as a person has set it. */
export function rubricSet(values: SettingValues): RewardModel {
  return createRubric(valueOf(values, RUBRIC_WEIGHTS), valueOf(values, READING_CORRECTION));
}

const MOST_WEIGHT = 3;

/** The weights that count for what is asked. */
export const shownWeights: WeightsSetting['weightsFor'] = (
  { preference, conditionedOn },
  set,
  values,
) =>
  describeRubric(preference, set, conditionedOn, valueOf(values, READING_CORRECTION)).map(
    ({ id, label, weight, demand, explanation }): ShownWeight => ({
      id,
      label,
      value: weight,
      most: Math.max(MOST_WEIGHT, DEFAULT_RUBRIC_WEIGHTS[id] ?? 1),
      notes: demand === undefined ? [explanation] : [demand, explanation],
    }),
  );
