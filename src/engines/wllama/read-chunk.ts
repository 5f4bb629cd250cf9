import type { SampledToken, TokenUsage } from '../../core/index.ts';
import { isCount, isFiniteNumber, isRecord, isString } from '../worker/read-values.ts';

/** What one chunk of llama.cpp's answer says. */
export interface ReadChunk {
  readonly text: string;
  readonly tokens: readonly SampledToken[];
  readonly finishReason: string | null;
  readonly usage: TokenUsage | null;
}

/** Reads a chunk in the chat-completion format; what is missing or of another kind counts as not said. */
export function readChunk(chunk: unknown): ReadChunk {
  const body = isRecord(chunk) ? chunk : {};
  const choices: readonly unknown[] = Array.isArray(body.choices) ? body.choices : [];
  const choice = isRecord(choices[0]) ? choices[0] : {};
  const delta = isRecord(choice.delta) ? choice.delta : {};
  const finishReason = choice.finish_reason;
  return {
    text: isString(delta.content) ? delta.content : '',
    tokens: readTokens(choice.logprobs),
    finishReason: isString(finishReason) ? finishReason : null,
    usage: readUsage(body.usage),
  };
}

function readTokens(logprobs: unknown): readonly SampledToken[] {
  if (!isRecord(logprobs) || !Array.isArray(logprobs.content)) return [];
  const entries: readonly unknown[] = logprobs.content;
  return entries.flatMap((entry) => {
    if (!isRecord(entry) || !isString(entry.token)) return [];
    const logprob = entry.logprob;
    // A probability that rounds to a hair over 1 is 1.
    const logProbability = isFiniteNumber(logprob) ? Math.min(0, logprob) : null;
    return [{ text: entry.token, logProbability }];
  });
}

function readUsage(usage: unknown): TokenUsage | null {
  if (!isRecord(usage)) return null;
  const promptTokens = usage.prompt_tokens;
  const completionTokens = usage.completion_tokens;
  if (!isCount(promptTokens) || !isCount(completionTokens)) return null;
  const details = usage.prompt_tokens_details;
  const cached = isRecord(details) ? details.cached_tokens : null;
  return { promptTokens, completionTokens, cachedPromptTokens: isCount(cached) ? cached : null };
}
