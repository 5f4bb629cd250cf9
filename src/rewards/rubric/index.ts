export { describeRubric, type ActiveCheck } from './describe-rubric.ts';
export type {
  Demand,
  KeywordsDemand,
  LengthDemand,
  LengthWish,
  PreferenceReading,
  TraitDemand,
} from './preference/demand.ts';
export { readPreference } from './preference/read-preference.ts';
export { PREFERENCE_PRESETS, type PreferencePreset } from './presets.ts';
export { createRubric, scoreResponse } from './rubric.ts';
export { changedWeights, rubric, RUBRIC_WEIGHTS } from './rubric-scorer.ts';
export { DEFAULT_RUBRIC_WEIGHTS, RUBRIC_CHECKS, type RubricWeights } from './weights.ts';
export type { CheckDescription } from './check.ts';
