/**
 * Reward models that are sequence classifiers, run in the page.
 *
 * backbone: the transformer, in an engine behind `HiddenStates` · head: the last layer, w · h + b, read out of the published
 * weights · entry: what is known about a model · made-up head: drawn numbers, for proof only.
 */
export {
  BACKBONE_ADVICE,
  MADE_UP_MODEL,
  REWARD_MODELS,
  type PublishedAccuracy,
  type RewardModelEntry,
} from './entries.ts';
export { HeadError } from './head/head-error.ts';
export { readScoreHead, type HeadSource } from './head/read-score-head.ts';
export type { ScoreHead } from './head/score-head.ts';
export { createHeadRewardModel, type HeadRewardModelParts } from './head-reward-model.ts';
export {
  loadRewardModel,
  type LoadedRewardModel,
  type RewardModelChoice,
  type RewardModelDependencies,
} from './load-reward-model.ts';
export { makeUpHead } from './self-test/made-up-head.ts';
export {
  runSelfTest,
  type ChatCheck,
  type PairCheck,
  type SelfTestParts,
  type SelfTestProgress,
  type SelfTestResult,
} from './self-test/self-test.ts';
export type { ChatTemplate } from './templates/chat-template.ts';
