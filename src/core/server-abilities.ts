/** What a model server was found able to do, by asking it for a few tokens once. A run keeps it with its policy. */
export interface ServerAbilities {
  /** Such as "vLLM"; null where the server doesn't give itself away. */
  readonly software: string | null;
  /** What its answers call the model, which may not be what it was asked for by. */
  readonly answersAs: string | null;
  /** Prompt and response together, in tokens; null where it doesn't say. */
  readonly contextTokens: number | null;
  /** Whether the same seed gave the same text twice. */
  readonly seed: boolean;
  readonly topK: SettingSupport;
  readonly presencePenalty: SettingSupport;
  readonly logProbabilities: boolean;
  /** How many of the likeliest tokens it tells beside each; 0 where none. */
  readonly likeliestTokens: number;
  /** Whether it tells how many tokens a call took. */
  readonly usage: boolean;
  /** Whether it tells how many of the prompt's were read from its cache. */
  readonly cachedTokens: boolean;
  readonly forcedDecoding: ForcedDecoding;
}

/** `refused`: a request with it fails. `ignored`: it is taken and makes no difference. */
export const SETTING_SUPPORTS = ['obeyed', 'ignored', 'refused'] as const;

export type SettingSupport = (typeof SETTING_SUPPORTS)[number];

/** How the log-probabilities of a given text are had: in one request, by a request for each token, or not at all. */
export const FORCED_DECODINGS = ['prompt-logprobs', 'token-by-token', 'none'] as const;

export type ForcedDecoding = (typeof FORCED_DECODINGS)[number];

/** A server as a run's policy keeps it. */
export interface ServerFacts {
  /** Without a key: keys are never kept with a run. */
  readonly address: string;
  readonly abilities: ServerAbilities;
}
