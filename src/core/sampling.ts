/**
 * How a policy draws tokens. The paper's settings are the default, but for the length of a response
 * (Ye & Ng 2024, section 4: temperature 0.8, top_p 1, top_k 50, presence penalty 1.2, at most 2048 new tokens).
 */
export interface SamplingSettings {
  /** 0 is greedy decoding. */
  readonly temperature: number;
  /** Nucleus mass in (0, 1]; 1 keeps every token. */
  readonly topP: number;
  /** Number of most likely tokens kept; 0 keeps all. */
  readonly topK: number;
  /** Subtracted from the logit of a token that has already been written. */
  readonly presencePenalty: number;
  /** Most new tokens in one response. */
  readonly maxTokens: number;
}

export type SamplingSetting = keyof SamplingSettings;

export const PAPER_SAMPLING: SamplingSettings = {
  temperature: 0.8,
  topP: 1,
  topK: 50,
  presencePenalty: 1.2,
  maxTokens: 2048,
};

/** The paper's settings with responses short enough for a model in the browser. */
export const DEFAULT_SAMPLING: SamplingSettings = { ...PAPER_SAMPLING, maxTokens: 160 };

/** The same settings with every draw replaced by the most likely token. */
export function greedy(sampling: SamplingSettings): SamplingSettings {
  return { ...sampling, temperature: 0 };
}
