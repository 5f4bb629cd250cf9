import type { SampledToken, TokenProbability, TokenUsage } from '../../core/index.ts';
import { isCount, isFiniteNumber, isRecord, isString } from '../worker/read-values.ts';

/** What one chunk of llama.cpp's answer says. */
export interface ReadChunk {
  readonly text: string;
  readonly tokens: readonly SampledToken[];
  readonly finishReason: string | null;
  readonly usage: TokenUsage | null;
}

/** A token as llama.cpp tells it. */
export interface ToldToken {
  readonly id: number;
  readonly text: string;
  readonly logProbability: number | null;
}

/**
 * Reads a chunk in the chat-completion format; what is missing or of another kind counts as not said.
 *
 * @param likeliest how many of the likeliest tokens are read beside each token; none where left out.
 */
export function readChunk(chunk: unknown, likeliest?: number): ReadChunk {
  const body = isRecord(chunk) ? chunk : {};
  const choice = readChoice(body);
  const delta = isRecord(choice.delta) ? choice.delta : {};
  const finishReason = choice.finish_reason;
  return {
    text: isString(delta.content) ? delta.content : '',
    tokens: readEntries(choice).map((entry) => asSampledToken(entry, likeliest)),
    finishReason: isString(finishReason) ? finishReason : null,
    usage: readUsage(body.usage),
  };
}

/** The tokens of a chunk in either completion format, with their ids. */
export function readToldTokens(chunk: unknown): readonly ToldToken[] {
  return readEntries(readChoice(isRecord(chunk) ? chunk : {})).flatMap(({ token, logprob, id }) =>
    isCount(id) ? [{ id, text: token, logProbability: asLogProbability(logprob) }] : [],
  );
}

interface Entry extends Readonly<Record<string, unknown>> {
  readonly token: string;
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && isString(value.token);
}

function readChoice({ choices }: Readonly<Record<string, unknown>>) {
  const first: unknown = Array.isArray(choices) ? choices[0] : null;
  return isRecord(first) ? first : {};
}

function readEntries({ logprobs }: Readonly<Record<string, unknown>>): readonly Entry[] {
  if (!isRecord(logprobs) || !Array.isArray(logprobs.content)) return [];
  const entries: readonly unknown[] = logprobs.content;
  return entries.filter(isEntry);
}

function asSampledToken({ token, logprob, top_logprobs }: Entry, likeliest?: number): SampledToken {
  const read = { text: token, logProbability: asLogProbability(logprob) };
  if (likeliest === undefined || !Array.isArray(top_logprobs)) return read;
  const entries: readonly unknown[] = top_logprobs;
  const topLogProbabilities = entries.slice(0, likeliest).flatMap((entry): TokenProbability[] => {
    const logProbability = isEntry(entry) ? asLogProbability(entry.logprob) : null;
    return isEntry(entry) && logProbability !== null ? [{ text: entry.token, logProbability }] : [];
  });
  return { ...read, topLogProbabilities };
}

/** A probability that rounds to a hair over 1 is 1. */
function asLogProbability(logprob: unknown): number | null {
  return isFiniteNumber(logprob) ? Math.min(0, logprob) : null;
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
