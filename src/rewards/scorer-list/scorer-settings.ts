import type { RewardModelDescription } from '../../core/index.ts';
import { DEFAULT_JUDGE_PROMPTS, type JudgePrompts } from '../judge/index.ts';
import { editionOf, type InformationEdition } from '../preference-information/index.ts';
import { DEFAULT_RUBRIC_WEIGHTS, type RubricWeights } from '../rubric/index.ts';
import { isRewardModelId } from './reward-model-scorer.ts';

/** What a person can set of the scorers. */
export interface ScorerSettings {
  /** Weights of the rubric's checks that differ from their default, by the check's id. */
  readonly weights: RubricWeights;
  readonly judgePrompts: JudgePrompts;
  /** Of preference information, by itself and in the blend: how much of a response it reads. */
  readonly information: InformationEdition;
  /** Of pick-at-random. */
  readonly seed: number;
  /**
   * Tokens that the policy of the scored run chooses among, null where its engine didn't say: the run's tokens were drawn
   * from those, whichever model is loaded now. Absent where the run is yet to be sampled by the model that is loaded.
   */
  readonly vocabularyTokens?: number | null;
  /** The reward model that has to be in memory; absent where whichever is there will do. */
  readonly rewardModel?: RewardModelDescription;
}

/** The settings that a kept description tells of its scorer; what it doesn't tell stays as in `current`. */
export function settingsOf(
  description: RewardModelDescription,
  current: ScorerSettings,
): ScorerSettings {
  const { id, settings } = description;
  const { rubricText, seed, vocabularyTokens } = settings;
  if (isRewardModelId(id)) return { ...current, rewardModel: description };
  switch (id) {
    case 'rubric':
      return { ...current, weights: changedWeights(settings) };
    case 'preference-information':
      return withInformation(current, description);
    case 'embedded-blend': {
      const { version, ...informationSettings } = partSettings(settings, 'preference-information.');
      const weights = changedWeights(partSettings(settings, 'rubric.'));
      const part = { version: Number(version), settings: informationSettings };
      return withInformation({ ...current, weights }, part);
    }
    case 'judge-pointwise':
    case 'judge-pairwise': {
      if (typeof rubricText !== 'string') return current;
      const kind = id === 'judge-pointwise' ? 'pointwise' : 'pairwise';
      return { ...current, judgePrompts: { ...DEFAULT_JUDGE_PROMPTS, [kind]: rubricText } };
    }
    case 'pick-at-random':
      return typeof seed === 'number' ? { ...current, seed } : current;
    case 'self-certainty':
      return typeof vocabularyTokens === 'number' ? { ...current, vocabularyTokens } : current;
    default:
      return current;
  }
}

function withInformation(
  current: ScorerSettings,
  description: Pick<RewardModelDescription, 'version' | 'settings'>,
): ScorerSettings {
  return { ...current, information: editionOf(description) ?? current.information };
}

type Settings = RewardModelDescription['settings'];

/** The settings of one part of a blend, without the prefix that its name is. */
function partSettings(settings: Settings, prefix: string): Settings {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

function changedWeights(settings: Settings): RubricWeights {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([id, value]) =>
      typeof value === 'number' &&
      Object.hasOwn(DEFAULT_RUBRIC_WEIGHTS, id) &&
      DEFAULT_RUBRIC_WEIGHTS[id] !== value
        ? [[id, value]]
        : [],
    ),
  );
}
