import type {
  GenerationChunk,
  GenerationRequest,
  LoadProgress,
  PolicyDescription,
  ScoredText,
  ScoreTextRequest,
} from '../../core/index.ts';
import { ModelLoadError, PolicyError } from '../../core/index.ts';
import { hearCall, startCall, type Call, type StartedCall } from './engine-call.ts';
import { defer } from './deferred.ts';
import { watchLock } from './life-lock.ts';
import { hearWorker, type ModelWorker, type WorkerParts } from './model-worker.ts';
import type { PageMessage, WorkerMessage } from './protocol.ts';
import { readWorkerMessage } from './read-messages.ts';
import { loadLife } from './revival.ts';

export type WorkerHandle = ModelWorker<PageMessage>;
export type EngineParts = WorkerParts<PageMessage>;

/** One worker with one loaded model, from its start to its death. */
export interface EngineLife {
  readonly description: PolicyDescription;
  readonly alive: boolean;
  /**
   * As many calls at once as the description says. `ended` settles, never rejecting, when the engine is free again.
   *
   * @throws PolicyError `engine-lost` where the engine is dead.
   */
  generate(request: GenerationRequest, signal: AbortSignal): StartedCall<GenerationChunk>;
  /** As `generate`, but what comes is one scored text. */
  scoreText(request: ScoreTextRequest, signal: AbortSignal): StartedCall<ScoredText>;
  /** Frees everything at once; calls under way fail with `engine-lost`. */
  end(): void;
}

/**
 * Starts a worker and loads its model.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted; the worker is terminated, its memory free.
 */
export async function startEngine(
  parts: EngineParts,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<EngineLife> {
  signal.throwIfAborted();
  const life = new WorkerLife(parts, onProgress);
  const description = await loadLife(life, signal);
  return {
    description,
    get alive() {
      return life.alive;
    },
    generate: (request, callSignal) => life.generate(request, callSignal),
    scoreText: (request, callSignal) => life.scoreText(request, callSignal),
    end: () => {
      life.die('The model was unloaded.');
    },
  };
}

class WorkerLife {
  alive = true;
  readonly #parts: EngineParts;
  readonly #worker: WorkerHandle;
  readonly #onProgress: (progress: LoadProgress) => void;
  readonly #lockName = `engine-${String(performance.timeOrigin)}-${String(Math.random())}`;
  readonly #watching = new AbortController();
  readonly #loading = defer<PolicyDescription>();
  readonly #calls = new Map<number, Call>();
  #nextCallId = 0;

  constructor(parts: EngineParts, onProgress: (progress: LoadProgress) => void) {
    this.#parts = parts;
    this.#onProgress = onProgress;
    this.#worker = parts.createWorker();
    hearWorker(this.#worker, {
      read: readWorkerMessage,
      hear: (message) => {
        this.#hear(message);
      },
      die: (message) => {
        this.die(message);
      },
    });
  }

  load(): Promise<PolicyDescription> {
    const { model } = this.#parts;
    this.#worker.postMessage({ type: 'load-requested', lockName: this.#lockName, model });
    return this.#loading.promise;
  }

  generate(request: GenerationRequest, signal: AbortSignal): StartedCall<GenerationChunk> {
    const callId = this.#beginCall();
    const ask = { type: 'generation-requested', callId, request } as const;
    return startCall({ worker: this.#worker, calls: this.#calls, ask, signal }, (message) =>
      message.type === 'chunk-generated' ? message.chunk : null,
    );
  }

  scoreText(request: ScoreTextRequest, signal: AbortSignal): StartedCall<ScoredText> {
    const callId = this.#beginCall();
    const ask = { type: 'scoring-requested', callId, request } as const;
    return startCall({ worker: this.#worker, calls: this.#calls, ask, signal }, (message) =>
      message.type === 'text-scored' ? message.scored : null,
    );
  }

  #beginCall(): number {
    if (!this.alive) throw new PolicyError('engine-lost', 'The engine stopped before the call.');
    this.#nextCallId += 1;
    return this.#nextCallId;
  }

  /** Ends the worker and everything that waits for it. */
  die(message: string): void {
    if (!this.alive) return;
    this.alive = false;
    this.#watching.abort();
    this.#worker.terminate();
    this.#loading.reject(new ModelLoadError('load-failed', message));
    for (const call of this.#calls.values()) {
      call.fail(new PolicyError('engine-lost', message));
      call.end();
    }
    this.#calls.clear();
  }

  #hear(message: WorkerMessage): void {
    switch (message.type) {
      case 'lock-held':
        void watchLock(this.#parts.locks, this.#lockName, this.#watching.signal, () => {
          this.die('The engine stopped without a word. The next call starts it again.');
        });
        break;
      case 'load-progressed':
        this.#onProgress(message.progress);
        break;
      case 'load-finished':
        this.#loading.resolve(message.description);
        break;
      case 'load-failed':
        this.#loading.reject(new ModelLoadError(message.kind, message.message));
        break;
      case 'engine-lost':
        this.die(message.message);
        break;
      default:
        hearCall(this.#calls, message);
    }
  }
}
