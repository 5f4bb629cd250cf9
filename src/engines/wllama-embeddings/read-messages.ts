import type { HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import {
  isCount,
  isFiniteNumber,
  isNullOr,
  isOneOf,
  isRecord,
  isString,
} from '../worker/read-values.ts';
import type { BackbonePageMessage, BackboneWorkerMessage } from './protocol.ts';

/** The message if it is one that a backbone's worker may say; null otherwise. */
export function readWorkerMessage(value: unknown): BackboneWorkerMessage | null {
  return isWorkerMessage(value) ? value : null;
}

/** The message if it is one that a page may say; null otherwise. */
export function readPageMessage(value: unknown): BackbonePageMessage | null {
  return isPageMessage(value) ? value : null;
}

function isWorkerMessage(value: unknown): value is BackboneWorkerMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'lock-held':
      return true;
    case 'load-progressed':
      return isLoadProgress(value.progress);
    case 'load-finished':
      return isDescription(value.description);
    case 'load-failed':
      return isOneOf(LOAD_ERROR_KINDS, value.kind) && isString(value.message);
    case 'state-read':
      return isCount(value.callId) && value.state instanceof Float32Array;
    case 'state-failed':
      return (
        isCount(value.callId) && isOneOf(POLICY_ERROR_KINDS, value.kind) && isString(value.message)
      );
    case 'engine-lost':
      return isString(value.message);
    default:
      return false;
  }
}

function isPageMessage(value: unknown): value is BackbonePageMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'load-requested':
      return isString(value.lockName) && 'model' in value;
    case 'state-requested':
      return isCount(value.callId) && isString(value.text);
    case 'state-aborted':
      return isCount(value.callId);
    default:
      return false;
  }
}

const POLICY_ERROR_KINDS = ['engine-lost', 'context-overflow', 'engine-failed'] as const;

/** Those that llama.cpp on the CPU can meet. */
const LOAD_ERROR_KINDS = [
  'weights-not-found',
  'connection-lost',
  'storage-full',
  'out-of-memory',
  'not-a-model',
  'load-failed',
] as const;

const LOAD_STAGES = ['download', 'load-from-cache', 'compile-shaders', 'start'] as const;

function isLoadProgress(value: unknown): value is LoadProgress {
  return (
    isRecord(value) &&
    isOneOf(LOAD_STAGES, value.stage) &&
    isNullOr(isCount, value.loadedBytes) &&
    isNullOr(isCount, value.totalBytes) &&
    isNullOr(isFiniteNumber, value.fraction) &&
    isString(value.message)
  );
}

function isDescription(value: unknown): value is HiddenStatesDescription {
  return (
    isRecord(value) &&
    [value.id, value.name, value.device].every(isString) &&
    isCount(value.contextTokens) &&
    isCount(value.width) &&
    typeof value.addsBeginToken === 'boolean' &&
    typeof value.addsEndToken === 'boolean' &&
    isNullOr(isString, value.chatTemplate)
  );
}
