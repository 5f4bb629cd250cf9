import type { HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import { ModelLoadError, PolicyError } from '../../core/index.ts';
import { defer, type Deferred } from '../worker/deferred.ts';
import type { BackbonePageMessage, BackboneWorkerMessage } from './protocol.ts';
import { readWorkerMessage } from './read-messages.ts';

/** The part of a Worker that is used, so that tests can stand in for one. */
export interface BackboneWorker {
  postMessage(message: BackbonePageMessage): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** What a life of a backbone is started with. */
export interface BackboneParts {
  /** Makes a fresh worker. */
  createWorker(): BackboneWorker;
  /** What the worker loads; must be structured-cloneable. */
  readonly model: unknown;
  /** Tells when a worker died in silence; null where the browser has no Web Locks. */
  readonly locks: Pick<LockManager, 'request'> | null;
}

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
    this.#worker.onmessage = ({ data }) => {
      const message = readWorkerMessage(data);
      if (message === null) this.die('The engine said something that makes no sense.');
      else this.#hear(message);
    };
    this.#worker.onerror = ({ message }) => {
      this.die(`The engine’s worker failed: ${message || 'it could not be started'}.`);
    };
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
        void this.#watchLock();
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

  /** The lock is given to the page when the worker that holds it is gone. */
  async #watchLock(): Promise<void> {
    const { signal } = this.#watching;
    try {
      await this.#parts.locks?.request(this.#lockName, { signal }, () => {
        this.die('The engine stopped without a word. The next call starts it again.');
      });
    } catch {
      // Aborted: the worker was ended by us, and there is nothing to watch any more.
    }
  }
}
