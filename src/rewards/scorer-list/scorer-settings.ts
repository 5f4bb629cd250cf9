import type { RewardModelDescription } from '../../core/index.ts';
import { DEFAULT_JUDGE_PROMPTS, type JudgePrompts } from '../judge/index.ts';
import { DEFAULT_RUBRIC_WEIGHTS, type RubricWeights } from '../rubric/index.ts';

/** What a person can set of the scorers. */
export interface ScorerSettings {
  /** Weights of the rubric's checks that differ from their default, by the check's id. */
  readonly weights: RubricWeights;
  readonly judgePrompts: JudgePrompts;
  /** Of pick-at-random. */
  readonly seed: number;
}

/** The settings that a kept description tells of its scorer; what it doesn't tell stays as in `current`. */
export function settingsOf(
  { id, settings }: RewardModelDescription,
  current: ScorerSettings,
): ScorerSettings {
  const { rubricText, seed } = settings;
  switch (id) {
    case 'rubric':
      return { ...current, weights: changedWeights(settings) };
    case 'judge-pointwise':
    case 'judge-pairwise': {
      if (typeof rubricText !== 'string') return current;
      const kind = id === 'judge-pointwise' ? 'pointwise' : 'pairwise';
      return { ...current, judgePrompts: { ...DEFAULT_JUDGE_PROMPTS, [kind]: rubricText } };
    }
    case 'pick-at-random':
      return typeof seed === 'number' ? { ...current, seed } : current;
    default:
      return current;
  }
}

function changedWeights(settings: RewardModelDescription['settings']): RubricWeights {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([id, value]) =>
      typeof value === 'number' && DEFAULT_RUBRIC_WEIGHTS[id] !== value ? [[id, value]] : [],
    ),
  );
}
