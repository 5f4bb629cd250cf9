import type { HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import { ModelLoadError, PolicyError } from '../../core/index.ts';
import { defer, type Deferred } from '../worker/deferred.ts';
import { watchLock } from '../worker/life-lock.ts';
import { hearWorker, type ModelWorker, type WorkerParts } from '../worker/model-worker.ts';
import type { BackbonePageMessage, BackboneWorkerMessage } from './protocol.ts';
import { readWorkerMessage } from './read-messages.ts';

export type BackboneWorker = ModelWorker<BackbonePageMessage>;
export type BackboneParts = WorkerParts<BackbonePageMessage>;

/** One worker with one loaded backbone, from its start to its death. */
export class BackboneLife {
  alive = true;
  readonly #parts: BackboneParts;
  readonly #worker: BackboneWorker;
  readonly #onProgress: (progress: LoadProgress) => void;
  readonly #lockName = `backbone-${String(performance.timeOrigin)}-${String(Math.random())}`;
  readonly #watching = new AbortController();
  readonly #loading = defer<HiddenStatesDescription>();
  readonly #calls = new Map<number, Deferred<Float32Array>>();
  #nextCallId = 1;

  constructor(parts: BackboneParts, onProgress: (progress: LoadProgress) => void) {
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

  /** @throws ModelLoadError */
  load(): Promise<HiddenStatesDescription> {
    const { model } = this.#parts;
    this.#worker.postMessage({ type: 'load-requested', lockName: this.#lockName, model });
    return this.#loading.promise;
  }

  /**
   * One text at a time: the promise settles when the engine is free again, aborted or not.
   *
   * @throws PolicyError
   */
  async read(text: string, signal: AbortSignal): Promise<Float32Array> {
    if (!this.alive) throw new PolicyError('engine-lost', 'The engine stopped before the call.');
    const callId = this.#nextCallId;
    this.#nextCallId += 1;
    const call = defer<Float32Array>();
    const abort = (): void => {
      if (this.alive) this.#worker.postMessage({ type: 'state-aborted', callId });
    };
    this.#calls.set(callId, call);
    this.#worker.postMessage({ type: 'state-requested', callId, text });
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await call.promise;
    } finally {
      signal.removeEventListener('abort', abort);
      this.#calls.delete(callId);
    }
  }

  /** Ends the worker and everything that waits for it. */
  die(message: string): void {
    if (!this.alive) return;
    this.alive = false;
    this.#watching.abort();
    this.#worker.terminate();
    this.#loading.reject(new ModelLoadError('load-failed', message));
    for (const call of this.#calls.values()) call.reject(new PolicyError('engine-lost', message));
    this.#calls.clear();
  }

  #hear(message: BackboneWorkerMessage): void {
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
      case 'state-read':
        this.#calls.get(message.callId)?.resolve(message.state);
        break;
      case 'state-failed':
        this.#calls.get(message.callId)?.reject(new PolicyError(message.kind, message.message));
        break;
      case 'engine-lost':
        this.die(message.message);
        break;
    }
  }
}
