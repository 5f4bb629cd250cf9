import { ModelLoadError, PolicyError, type LoadProgress } from '../../core/index.ts';
import { openChannel, type Channel } from './channel.ts';
import { defer } from './deferred.ts';
import { watchLock, type Locks } from './life-lock.ts';
import { watchSilence } from './silence.ts';
import {
  readWorkerMessage,
  type PageMessage,
  type Service,
  type WorkerMessage,
} from './messages.ts';

/** The part of a Worker that is used, so that tests can stand in for one. */
export interface ModelWorker<Message> {
  postMessage(message: Message): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** What the life of a worker with a model is started with. */
export interface WorkerParts<Request> {
  /** Makes a fresh worker. */
  createWorker(): ModelWorker<PageMessage<Request>>;
  /** What the worker loads; must be structured-cloneable. */
  readonly model: unknown;
  /** Tell when a worker died in silence. */
  readonly locks: Locks;
}

/** Who hears of a life beside those that call it. */
export interface LifeListener {
  readonly onProgress: (progress: LoadProgress) => void;
  readonly onNote: (message: string) => void;
  /** Called again and again while a load says nothing, with the seconds that it has said nothing for. */
  readonly onSilence: (seconds: number) => void;
}

/** A call that was begun: what the engine makes for it, as it comes. */
export interface StartedCall<Made> {
  readonly made: AsyncIterable<Made>;
  /** Settles, never rejecting, when the engine is free again. */
  readonly ended: Promise<void>;
}

/** The page's side of a call under way. */
interface Call<Made> {
  readonly made: Channel<Made>;
  readonly end: () => void;
}

/** One worker with one loaded model, from its start to its death. */
export class WorkerLife<Description, Request, Made> {
  alive = true;
  readonly #service: Service<Description, Request, Made>;
  readonly #parts: WorkerParts<Request>;
  readonly #worker: ModelWorker<PageMessage<Request>>;
  readonly #listener: LifeListener;
  readonly #silence: { heard(): void; stop(): void };
  readonly #lockName = `engine-${String(performance.timeOrigin)}-${String(Math.random())}`;
  readonly #watching = new AbortController();
  readonly #loading = defer<Description>();
  readonly #calls = new Map<number, Call<Made>>();
  #nextCallId = 1;

  constructor(
    service: Service<Description, Request, Made>,
    parts: WorkerParts<Request>,
    listener: LifeListener,
  ) {
    this.#service = service;
    this.#parts = parts;
    this.#listener = listener;
    this.#silence = watchSilence(listener.onSilence);
    this.#worker = parts.createWorker();
    this.#worker.onmessage = ({ data }) => {
      this.#silence.heard();
      const message = readWorkerMessage(this.#service, data);
      if (message === null) this.die('The engine said something that makes no sense.');
      else this.#hear(message);
    };
    this.#worker.onerror = ({ message }) => {
      this.die(`The engine’s worker failed: ${message || 'it could not be started'}.`);
    };
  }

  /**
   * Loads the model; to be called once, first.
   *
   * @throws ModelLoadError
   * @throws the signal's reason when it is aborted; the worker is terminated, its memory free.
   */
  async load(signal: AbortSignal): Promise<Description> {
    const cancel = (): void => {
      this.die('Loading was cancelled.');
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const { model } = this.#parts;
      this.#worker.postMessage({ type: 'load-requested', lockName: this.#lockName, model });
      return await this.#loading.promise;
    } catch (error) {
      this.die('Loading failed.');
      signal.throwIfAborted();
      throw error;
    } finally {
      this.#silence.stop();
      signal.removeEventListener('abort', cancel);
    }
  }

  /**
   * Asks the worker, and tells it when the signal is aborted. As many calls at once as the engine serves.
   *
   * @throws PolicyError `engine-lost` where the engine is dead.
   * @throws the signal's reason where it is aborted already.
   */
  ask(request: Request, signal: AbortSignal): StartedCall<Made> {
    if (!this.alive) throw new PolicyError('engine-lost', 'The engine stopped before the call.');
    signal.throwIfAborted();
    const callId = this.#nextCallId;
    this.#nextCallId += 1;
    const made = openChannel<Made>();
    const ended = defer<undefined>();
    const abort = (): void => {
      this.#worker.postMessage({ type: 'call-aborted', callId });
      made.fail(signal.reason);
    };
    const end = (): void => {
      signal.removeEventListener('abort', abort);
      made.close();
      ended.resolve(undefined);
    };
    this.#calls.set(callId, { made, end });
    this.#worker.postMessage({ type: 'call-requested', callId, request });
    signal.addEventListener('abort', abort, { once: true });
    return { made: made.items, ended: ended.promise };
  }

  /** Ends the worker and everything that waits for it; calls under way fail with `engine-lost`. */
  die(message: string): void {
    if (!this.alive) return;
    this.alive = false;
    this.#silence.stop();
    this.#watching.abort();
    this.#worker.terminate();
    this.#loading.reject(new ModelLoadError('load-failed', message));
    for (const { made, end } of this.#calls.values()) {
      made.fail(new PolicyError('engine-lost', message));
      end();
    }
    this.#calls.clear();
  }

  /** What is said about a call that is over is dropped. */
  #hear(message: WorkerMessage<Description, Made>): void {
    switch (message.type) {
      case 'lock-held':
        void watchLock(this.#parts.locks, this.#lockName, this.#watching.signal, () => {
          this.die('The engine stopped without a word. The next call starts it again.');
        });
        break;
      case 'load-progressed':
        this.#listener.onProgress(message.progress);
        break;
      case 'engine-noted':
        this.#listener.onNote(message.message);
        break;
      case 'load-finished':
        this.#loading.resolve(message.description);
        break;
      case 'load-failed':
        this.#loading.reject(new ModelLoadError(message.kind, message.message));
        break;
      case 'call-answered':
        this.#calls.get(message.callId)?.made.push(message.made);
        break;
      case 'call-failed':
        this.#calls.get(message.callId)?.made.fail(new PolicyError(message.kind, message.message));
        break;
      case 'call-ended':
        this.#calls.get(message.callId)?.end();
        this.#calls.delete(message.callId);
        break;
      case 'engine-lost':
        this.die(message.message);
        break;
    }
  }
}
