import type { HiddenStatesDescription } from '../../core/index.ts';
import type { CallFailure, LifeMessage, LoadRequest } from '../worker/protocol.ts';

/** What the page and the worker of a backbone say to each other. One worker serves one backbone, one text at a time. */
export type BackbonePageMessage =
  | LoadRequest
  | { readonly type: 'state-requested'; readonly callId: number; readonly text: string }
  | { readonly type: 'state-aborted'; readonly callId: number };

export type BackboneWorkerMessage =
  | LifeMessage
  | { readonly type: 'load-finished'; readonly description: HiddenStatesDescription }
  /** Each call ends with one of these two, whatever became of it: the engine is free again. */
  | { readonly type: 'state-read'; readonly callId: number; readonly state: Float32Array }
  | ({ readonly type: 'state-failed' } & CallFailure);
