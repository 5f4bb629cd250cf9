import type {
  GenerationChunk,
  GenerationRequest,
  LoadProgress,
  ModelLoadErrorKind,
  PolicyDescription,
  PolicyErrorKind,
  ScoredText,
  ScoreTextRequest,
} from '../../core/index.ts';

/**
 * What a page and an engine's worker say to each other, the same for every engine. One worker serves one model: it is
 * loaded once, serves as many calls at once as its description says, and is thrown away with its memory when the model is unloaded, when loading
 * is cancelled or when the engine is lost.
 */
export type PageMessage =
  | LoadRequest
  | {
      readonly type: 'generation-requested';
      readonly callId: number;
      readonly request: GenerationRequest;
    }
  | {
      readonly type: 'scoring-requested';
      readonly callId: number;
      readonly request: ScoreTextRequest;
    }
  | { readonly type: 'call-aborted'; readonly callId: number };

export type WorkerMessage =
  | LifeMessage
  | { readonly type: 'load-finished'; readonly description: PolicyDescription }
  | {
      readonly type: 'chunk-generated';
      readonly callId: number;
      readonly chunk: GenerationChunk;
    }
  | {
      readonly type: 'text-scored';
      readonly callId: number;
      readonly scored: ScoredText;
    }
  | ({ readonly type: 'call-failed' } & CallFailure)
  /** Said once for every call, whatever became of it: the engine is free again. */
  | { readonly type: 'call-ended'; readonly callId: number };

/** How a page asks any worker for its model. */
export interface LoadRequest {
  readonly type: 'load-requested';
  readonly lockName: string;
  readonly model: unknown;
}

/** What any worker with a model says of itself. */
export type LifeMessage =
  /** The worker holds the lock of `load-requested` from now on until it dies. */
  | { readonly type: 'lock-held' }
  | { readonly type: 'load-progressed'; readonly progress: LoadProgress }
  | { readonly type: 'load-failed'; readonly kind: ModelLoadErrorKind; readonly message: string }
  /** The device is gone; nothing that this worker still says counts. */
  | { readonly type: 'engine-lost'; readonly message: string };

/** Why one call failed. */
export interface CallFailure {
  readonly callId: number;
  readonly kind: PolicyErrorKind;
  readonly message: string;
}
