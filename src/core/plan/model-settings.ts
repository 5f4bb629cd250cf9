import { DEFAULT_SAMPLING, type SamplingSettings } from '../policy.ts';
import { CHAT_PROMPTS, ONE_TURN_PROMPTS, type PromptTemplates } from './prompt-templates.ts';

/** What a run asks of its model beside x and z, as far as it depends on what the model can do. */
export interface ModelSettings {
  readonly sampling: SamplingSettings;
  /** Most new tokens in one feedback. */
  readonly feedbackMaxTokens: number;
  readonly prompts: PromptTemplates;
}

/** `small`: a few hundred million weights, which follow an example and no long chat. */
export type ModelSize = 'small' | 'larger';

/**
 * The settings that a run begins with. Those for small models were chosen on the embedded one
 * (docs/decisions/2026-11-26-prompts-by-model.md); those for larger ones are the paper's, but for length.
 */
export const MODEL_SETTINGS: Readonly<Record<ModelSize, ModelSettings>> = {
  small: {
    sampling: { ...DEFAULT_SAMPLING, presencePenalty: 0, maxTokens: 90 },
    feedbackMaxTokens: 60,
    prompts: ONE_TURN_PROMPTS,
  },
  larger: {
    sampling: DEFAULT_SAMPLING,
    feedbackMaxTokens: 80,
    prompts: CHAT_PROMPTS,
  },
};
