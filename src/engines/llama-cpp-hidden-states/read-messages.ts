import type { HiddenStatesDescription } from '../../core/index.ts';
import { isCallFailure, isLifeMessage, isLoadRequest } from '../worker/read-life-messages.ts';
import { isCount, isNullOr, isRecord, isString } from '../worker/read-values.ts';
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
    case 'load-finished':
      return isDescription(value.description);
    case 'state-read':
      return isCount(value.callId) && value.state instanceof Float32Array;
    case 'state-failed':
      return isCallFailure(value);
    default:
      return isLifeMessage(value);
  }
}

function isPageMessage(value: unknown): value is BackbonePageMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'state-requested':
      return isCount(value.callId) && isString(value.text);
    case 'state-aborted':
      return isCount(value.callId);
    default:
      return isLoadRequest(value);
  }
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
