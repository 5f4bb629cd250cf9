import { PolicyError, type LoadProgress } from '../../core/index.ts';
import { asLoadFailure, asPolicyFailure } from './failures.ts';
import { holdLock, type Locks } from './life-lock.ts';
import { readPageMessage, type LoadRequest, type Service, type WorkerMessage } from './messages.ts';

/** The worker's side: loads one model. */
export interface ModelLoader<Loaded> {
  /** @throws ModelLoadError */
  load(model: unknown, tell: LoaderListener): Promise<Loaded>;
}

/** What a loader, and what it loaded, tells its page. */
export interface LoaderListener {
  readonly onProgress: (progress: LoadProgress) => void;
  /** To be called when nothing more can be expected of this worker, its device gone or its memory lost. */
  readonly loseEngine: (message: string) => void;
  /** What a person should know of how the model runs here, in a sentence; in loading or later. */
  readonly note: (message: string) => void;
}

/** Where a worker hears and says; `self` in a worker. */
export interface ServingPort<Message> {
  postMessage(message: Message): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

export interface ServedModel<Description, Request, Made, Loaded> {
  readonly service: Service<Description, Request, Made>;
  readonly loader: ModelLoader<Loaded>;
  /** What the loaded model makes of a request. */
  readonly answer: (loaded: Loaded, request: Request, signal: AbortSignal) => AsyncIterable<Made>;
}

/** Serves a model over the protocol for as long as the worker lives. */
export function serveModel<
  Description,
  Request,
  Made,
  Loaded extends { readonly description: Description },
>(
  port: ServingPort<WorkerMessage<Description, Made>>,
  { service, loader, answer }: ServedModel<Description, Request, Made, Loaded>,
  locks: Locks,
): void {
  const aborts = new Map<number, AbortController>();
  let loaded: Loaded | null = null;

  const call = async (callId: number, request: Request): Promise<void> => {
    const abort = new AbortController();
    aborts.set(callId, abort);
    try {
      if (loaded === null) throw new PolicyError('engine-failed', 'No model is loaded.');
      for await (const made of answer(loaded, request, abort.signal)) {
        port.postMessage({ type: 'call-answered', callId, made });
      }
    } catch (error) {
      port.postMessage({ type: 'call-failed', callId, ...asPolicyFailure(error) });
    } finally {
      aborts.delete(callId);
      port.postMessage({ type: 'call-ended', callId });
    }
  };

  port.addEventListener('message', ({ data }) => {
    const message = readPageMessage(service, data);
    if (message?.type === 'load-requested') {
      void load(port, loader, locks, message).then((model) => (loaded = model));
    }
    if (message?.type === 'call-requested') void call(message.callId, message.request);
    if (message?.type === 'call-not-understood') refuse(port, message.callId);
    if (message?.type === 'call-aborted') aborts.get(message.callId)?.abort();
  });
}

/** Answers a call whose request makes no sense. */
function refuse(port: ServingPort<WorkerMessage<never, never>>, callId: number): void {
  const message =
    'The engine could not read what it was asked. Check that every setting is a number in its range; if they are, reload the page.';
  port.postMessage({ type: 'call-failed', callId, kind: 'engine-failed', message });
  port.postMessage({ type: 'call-ended', callId });
}

/** @returns null where it failed, which the page has been told. */
async function load<Loaded extends { readonly description: unknown }>(
  port: ServingPort<WorkerMessage<Loaded['description'], never>>,
  loader: ModelLoader<Loaded>,
  locks: Locks,
  { lockName, model }: LoadRequest,
): Promise<Loaded | null> {
  await holdLock(locks, lockName);
  port.postMessage({ type: 'lock-held' });
  try {
    const loaded = await loader.load(model, {
      onProgress: (progress) => {
        port.postMessage({ type: 'load-progressed', progress });
      },
      loseEngine: (message) => {
        port.postMessage({ type: 'engine-lost', message });
      },
      note: (message) => {
        port.postMessage({ type: 'engine-noted', message });
      },
    });
    port.postMessage({ type: 'load-finished', description: loaded.description });
    return loaded;
  } catch (error) {
    port.postMessage({ type: 'load-failed', ...asLoadFailure(error) });
    return null;
  }
}
