/** Reward models R: one folder each, every one behind the contract in core, and in the list of scorers. */
// The rest of a reward model is fetched when one is wanted: a page that runs none stays light.
export {
  BACKBONE_ADVICE,
  MADE_UP_MODEL,
  type PublishedAccuracy,
  REWARD_MODELS,
  type RewardModelEntry,
} from './reward-model/known-reward-models.ts';
export type { HeadSource } from './reward-model/head/score-head.ts';
export type { RewardModelChoice } from './reward-model/load-reward-model.ts';
export type {
  ChatCheck,
  PairCheck,
  SelfTestParts,
  SelfTestProgress,
  SelfTestResult,
} from './reward-model/self-test/run-self-test.ts';
export {
  AS_READ,
  corrects,
  READING_CORRECTION,
  type ReadingCorrection,
} from './rubric/preference/reading-correction.ts';
export { correctReading } from './rubric/preference/correct-reading.ts';
export { DEFAULT_RUBRIC_WEIGHTS, RUBRIC_WEIGHTS } from './rubric/weights.ts';
export { traitChecks } from './rubric/trait-checks.ts';
export { readPreference } from './rubric/preference/read-preference.ts';
export { PREFERENCE_PRESETS, type PreferencePreset } from './rubric/presets.ts';
export * from './badges/accuracy-badges.ts';
export * from './scorer-registry.ts';
export type * from './scorer-contract.ts';
export * from './offer-and-make-scorers.ts';
export * from './scorer-settings.ts';
export { favouredByConstruction } from './favoured-by-construction.ts';
export { scoringUsageOf } from './scoring-usage-of-run.ts';
export { floorsTold } from './floors/floors-told.ts';
export { isBesidePrompt } from './floors/words-taken-up.ts';
export { badgesOfSetUp } from './badges-of-set-up.ts';
export { badgesOf, trustIn } from './trust-of-scorer.ts';
