import type {
  ChatMessage,
  GenerationChunk,
  GenerationRequest,
  PolicyDescription,
  SampledToken,
  SamplingSettings,
  ScoredText,
  ScoreTextRequest,
  TokenProbability,
  TokenUsage,
} from '../../core/index.ts';
import { ENGINE_NAMES } from '../../core/index.ts';
import type { PageMessage, WorkerMessage } from './protocol.ts';
import { isCallFailure, isLifeMessage, isLoadRequest } from './read-life-messages.ts';
import {
  isAbsentOr,
  isCount,
  isFiniteNumber,
  isListOf,
  isNullOr,
  isOneOf,
  isRecord,
  isString,
} from './read-values.ts';

/** The message if it is one that an engine's worker may say; null otherwise. */
export function readWorkerMessage(value: unknown): WorkerMessage | null {
  return isWorkerMessage(value) ? value : null;
}

/** The message if it is one that a page may say; null otherwise. */
export function readPageMessage(value: unknown): PageMessage | null {
  return isPageMessage(value) ? value : null;
}

function isWorkerMessage(value: unknown): value is WorkerMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'load-finished':
      return isDescription(value.description);
    case 'chunk-generated':
      return isCount(value.callId) && isChunk(value.chunk);
    case 'text-scored':
      return isCount(value.callId) && isScoredText(value.scored);
    case 'call-failed':
      return isCallFailure(value);
    case 'call-ended':
      return isCount(value.callId);
    default:
      return isLifeMessage(value);
  }
}

function isPageMessage(value: unknown): value is PageMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'generation-requested':
      return isCount(value.callId) && isRequest(value.request);
    case 'scoring-requested':
      return isCount(value.callId) && isScoreTextRequest(value.request);
    case 'call-aborted':
      return isCount(value.callId);
    default:
      return isLoadRequest(value);
  }
}

/** Likeliest tokens told beside a token, as `GenerationRequest` allows. */
const MOST_TOP_TOKENS = 20;

const SAMPLING_SETTINGS = [
  'temperature',
  'topP',
  'topK',
  'presencePenalty',
  'maxTokens',
] as const satisfies readonly (keyof SamplingSettings)[];

function isDescription(value: unknown): value is PolicyDescription {
  return (
    isRecord(value) &&
    [value.id, value.name, value.device].every(isString) &&
    isOneOf(ENGINE_NAMES, value.engine) &&
    isCount(value.contextTokens) &&
    isCount(value.parallelism) &&
    isListOf((setting) => isOneOf(SAMPLING_SETTINGS, setting), value.ignoredSettings) &&
    isNullOr(isString, value.logProbabilityOf) &&
    isAbsentOr((size) => isNullOr(isCount, size), value.vocabularyTokens)
  );
}

function isChunk(value: unknown): value is GenerationChunk {
  if (!isRecord(value)) return false;
  if (value.type === 'text-added') {
    return isString(value.text) && isListOf(isSampledToken, value.tokens);
  }
  return (
    value.type === 'generation-finished' &&
    isOneOf(['stop', 'length'], value.finishReason) &&
    isUsage(value.usage)
  );
}

function isSampledToken(value: unknown): value is SampledToken {
  return (
    isRecord(value) &&
    isString(value.text) &&
    isNullOr(isLogProbability, value.logProbability) &&
    isAbsentOr(isTop, value.topLogProbabilities)
  );
}

/** The likeliest tokens, the likeliest first. */
function isTop(value: unknown): value is readonly TokenProbability[] {
  if (!isListOf(isTokenProbability, value) || value.length > MOST_TOP_TOKENS) return false;
  return value.every(
    ({ logProbability }, place) =>
      logProbability <= (value[place - 1]?.logProbability ?? Number.POSITIVE_INFINITY),
  );
}

function isTokenProbability(value: unknown): value is TokenProbability {
  return isRecord(value) && isString(value.text) && isLogProbability(value.logProbability);
}

function isLogProbability(value: unknown): value is number {
  return isFiniteNumber(value) && value <= 0;
}

function isScoredText(value: unknown): value is ScoredText {
  return isRecord(value) && isListOf(isSampledToken, value.tokens) && isUsage(value.usage);
}

function isUsage(value: unknown): value is TokenUsage {
  return (
    isRecord(value) &&
    isCount(value.promptTokens) &&
    isNullOr(isCount, value.cachedPromptTokens) &&
    isCount(value.completionTokens)
  );
}

function isRequest(value: unknown): value is GenerationRequest {
  return (
    isRecord(value) &&
    isListOf(isChatMessage, value.messages) &&
    isSampling(value.sampling) &&
    isCount(value.seed) &&
    isAbsentOr(isTopCount, value.topLogProbabilities)
  );
}

function isTopCount(value: unknown): value is number {
  return isCount(value) && value <= MOST_TOP_TOKENS;
}

function isScoreTextRequest(value: unknown): value is ScoreTextRequest {
  return (
    isRecord(value) &&
    isListOf(isChatMessage, value.messages) &&
    isString(value.text) &&
    value.text !== ''
  );
}

function isChatMessage(value: unknown): value is ChatMessage {
  return (
    isRecord(value) &&
    isOneOf(['system', 'user', 'assistant'], value.role) &&
    isString(value.content)
  );
}

function isSampling(value: unknown): value is SamplingSettings {
  return isRecord(value) && SAMPLING_SETTINGS.every((setting) => isFiniteNumber(value[setting]));
}
