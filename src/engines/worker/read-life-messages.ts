import type { LoadProgress } from '../../core/index.ts';
import type { CallFailure, LifeMessage, LoadRequest } from './protocol.ts';
import { isCount, isFiniteNumber, isNullOr, isOneOf, isRecord, isString } from './read-values.ts';

type Message = Readonly<Record<string, unknown>>;

/** Whether a worker may say this of itself, whatever it serves. */
export function isLifeMessage(value: Message): value is Message & LifeMessage {
  switch (value.type) {
    case 'lock-held':
      return true;
    case 'load-progressed':
      return isLoadProgress(value.progress);
    case 'load-failed':
      return isOneOf(LOAD_ERROR_KINDS, value.kind) && isString(value.message);
    case 'engine-lost':
      return isString(value.message);
    default:
      return false;
  }
}

/** Whether a page may ask for a load like this; the model itself is read by whoever loads it. */
export function isLoadRequest(value: Message): value is Message & LoadRequest {
  return value.type === 'load-requested' && isString(value.lockName) && 'model' in value;
}

/** Whether this tells why a call failed, whatever the message is called. */
export function isCallFailure(value: Message): value is Message & CallFailure {
  return (
    isCount(value.callId) && isOneOf(POLICY_ERROR_KINDS, value.kind) && isString(value.message)
  );
}

const POLICY_ERROR_KINDS = ['engine-lost', 'context-overflow', 'engine-failed'] as const;

const LOAD_ERROR_KINDS = [
  'no-webgpu',
  'no-adapter',
  'does-not-fit',
  'weights-not-found',
  'library-not-found',
  'library-mismatch',
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
