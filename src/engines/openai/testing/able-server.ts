import type { ServerAbilities } from '../../../core/index.ts';
import { LIKE_VLLM } from './scripted-server.ts';

/** What a server was found to do that can all. */
export const ABLE: ServerAbilities = {
  software: 'vLLM',
  answersAs: LIKE_VLLM.model,
  contextTokens: 2048,
  seed: true,
  topK: 'obeyed',
  presencePenalty: 'obeyed',
  logProbabilities: true,
  likeliestTokens: 5,
  usage: true,
  cachedTokens: true,
  forcedDecoding: 'prompt-logprobs',
};
