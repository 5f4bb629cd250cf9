import type {
  HiddenStatesDescription,
  LoadProgress,
  ModelLoadErrorKind,
  PolicyErrorKind,
} from '../../core/index.ts';

/** What the page and the worker of a backbone say to each other. One worker serves one backbone, one text at a time. */
export type BackbonePageMessage =
  | { readonly type: 'load-requested'; readonly lockName: string; readonly model: unknown }
  | { readonly type: 'state-requested'; readonly callId: number; readonly text: string }
  | { readonly type: 'state-aborted'; readonly callId: number };

export type BackboneWorkerMessage =
  /** The worker holds the lock of `load-requested` from now on until it dies. */
  | { readonly type: 'lock-held' }
  | { readonly type: 'load-progressed'; readonly progress: LoadProgress }
  | { readonly type: 'load-finished'; readonly description: HiddenStatesDescription }
  | { readonly type: 'load-failed'; readonly kind: ModelLoadErrorKind; readonly message: string }
  /** Each call ends with one of these two, whatever became of it: the engine is free again. */
  | { readonly type: 'state-read'; readonly callId: number; readonly state: Float32Array }
  | {
      readonly type: 'state-failed';
      readonly callId: number;
      readonly kind: PolicyErrorKind;
      readonly message: string;
    }
  /** Nothing that this worker still says counts. */
  | { readonly type: 'engine-lost'; readonly message: string };
