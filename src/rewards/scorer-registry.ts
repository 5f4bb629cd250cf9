import type { PolicyAbility, RewardModel } from '../core/index.ts';
import { embeddedBlend } from './blend/embedded-blend.ts';
import { meanLogProbability, selfCertainty } from './confidence/confidence-scorers.ts';
import { longest, random } from './controls/control-scorers.ts';
import { pairwiseJudge, pointwiseJudge } from './judge/judge-scorers.ts';
import { preferenceInformation } from './preference-information/preference-information-scorer.ts';
import { promptInformation } from './preference-information/prompt-information-scorer.ts';
import { rewardModelScorer } from './reward-model/reward-model-scorer.ts';
import { rubric, rubricLoaded } from './rubric/rubric-scorer.ts';
import { servedReward } from './served/served-reward-scorer.ts';
import type { ScorerModule } from './scorer-contract.ts';
import type { SettingValues } from './scorer-settings.ts';

/** All scorers, in the order in which they are offered. */
export const SCORERS: readonly ScorerModule[] = [
  rubric,
  embeddedBlend,
  preferenceInformation,
  promptInformation,
  pointwiseJudge,
  meanLogProbability,
  selfCertainty,
  longest,
  random,
  rewardModelScorer,
  servedReward,
  pairwiseJudge,
];

/** The first that is offered for reading a finished run once more. */
export const FIRST_ASKED_AGAIN: ScorerModule = pointwiseJudge;

/**
 * The scorer that measured best on pairs that nothing was tuned on: with the embedded model, or with any other. Where the
 * engine can't do what that one needs, the one that needs nothing.
 */
export function suggestedScorer(embedded: boolean, lacks: readonly PolicyAbility[]): string {
  const { needs } = embeddedBlend;
  const canBlend = needs === undefined || !lacks.includes(needs);
  return (embedded && canBlend ? embeddedBlend : rubric).id;
}

/** The scorer that reads any preference at once, from nothing but the texts. */
export const FREE_SCORER: ScorerModule = rubric;

/** That scorer as a person has set it. */
export function freeScorer(values: SettingValues): Promise<RewardModel> {
  return rubricLoaded(values);
}
