import { LogLevel, type ChatCompletionParams, type LoadModelParams } from '@wllama/wllama';
import type { GenerationRequest } from '../../core/index.ts';

/** Prompt tokens between two looks at whether the call was aborted. */
const PREFILL_BATCH = 32;

/** How a model is loaded; measured in docs/decisions/2026-11-23-engine-wllama-settings.md. */
export function loadParameters(contextTokens: number): LoadModelParams {
  return {
    n_ctx: contextTokens,
    n_batch: PREFILL_BATCH,
    n_ubatch: PREFILL_BATCH,
    n_gpu_layers: 0,
    // Threads spin: one core is left to the page, or all of them slow down together.
    n_threads: Math.max(1, navigator.hardwareConcurrency - 1),
    // One slot: four at once decode no faster and prefill the shared prompt four times.
    n_parallel: 1,
    cache_idle_slots: false,
    ctx_shift: false,
    // The text as the model wrote it, thinking included.
    skip_chat_parsing: true,
    warmup: false,
    log_level: LogLevel.ERROR,
    // Flash attention's sums depend on how the prompt was cut up, so on what was cached; without it the same request
    // gives the same numbers to the last bit, and this build decodes faster.
    flash_attn: false,
  };
}

/** The fields of llama.cpp's server that the vendor's type leaves out. */
export type ChatParameters = ChatCompletionParams & {
  readonly presence_penalty: number;
  readonly stream_options: { readonly include_usage: boolean };
};

/** How the model is asked. */
export function chatParameters({
  messages,
  sampling,
  seed,
  topLogProbabilities = 1,
}: GenerationRequest): ChatParameters {
  return {
    messages: messages.map(({ role, content }) => ({ role, content })),
    temperature: sampling.temperature,
    top_k: sampling.topK,
    top_p: sampling.topP,
    // llama.cpp would cut off improbable tokens on its own account.
    min_p: 0,
    presence_penalty: sampling.presencePenalty,
    max_tokens: sampling.maxTokens,
    seed,
    logprobs: true,
    // None at the top would mean no log-probabilities at all.
    top_logprobs: Math.max(1, topLogProbabilities),
    cache_prompt: true,
    stream_options: { include_usage: true },
  };
}

/**
 * The same call: whether log-probabilities are told changes no draw. None at the top means none at all to llama.cpp; it
 * refuses `top_logprobs` without `logprobs`.
 */
export function withoutLogProbabilities(parameters: ChatParameters): ChatParameters {
  return { ...parameters, top_logprobs: 0 };
}
