import type { LoadProgress, Policy } from '../../core/index.ts';
import { ModelLoadError, PolicyError } from '../../core/index.ts';
import type { PageMessage, WorkerMessage } from './protocol.ts';
import { readPageMessage } from './read-messages.ts';
import { wordsOf } from './words.ts';

/** The worker's side of an engine: loads one model and serves it. */
export interface EngineLoader {
  /**
   * @param loseEngine to be called when the device is gone and nothing more can be expected of this worker.
   * @throws ModelLoadError
   */
  load(
    model: unknown,
    onProgress: (progress: LoadProgress) => void,
    loseEngine: (message: string) => void,
  ): Promise<Policy>;
}

/** Where a worker hears and says; `self` in a worker. */
export interface WorkerPort {
  postMessage(message: WorkerMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/**
 * Serves an engine over the protocol for as long as the worker lives.
 *
 * @param locks null where the browser has no Web Locks.
 */
export function serveEngine(
  port: WorkerPort,
  loader: EngineLoader,
  locks: Pick<LockManager, 'request'> | null,
): void {
  const aborts = new Map<number, AbortController>();
  let policy: Policy | null = null;

  const load = async (lockName: string, model: unknown): Promise<void> => {
    if (locks !== null) await holdLock(locks, lockName);
    port.postMessage({ type: 'lock-held' });
    try {
      policy = await loader.load(
        model,
        (progress) => {
          port.postMessage({ type: 'load-progressed', progress });
        },
        (message) => {
          port.postMessage({ type: 'engine-lost', message });
        },
      );
      port.postMessage({ type: 'load-finished', description: policy.description });
    } catch (error) {
      port.postMessage({ type: 'load-failed', ...asLoadFailure(error) });
    }
  };

  const answer = async (message: CallRequest): Promise<void> => {
    const { callId } = message;
    const abort = new AbortController();
    aborts.set(callId, abort);
    try {
      if (policy === null) throw new PolicyError('engine-failed', 'No model is loaded.');
      await serveCall(port, policy, message, abort.signal);
    } catch (error) {
      port.postMessage({ type: 'call-failed', callId, ...asPolicyFailure(error) });
    } finally {
      aborts.delete(callId);
      port.postMessage({ type: 'call-ended', callId });
    }
  };

  port.addEventListener('message', ({ data }) => {
    const message = readPageMessage(data);
    if (message?.type === 'load-requested') void load(message.lockName, message.model);
    if (message?.type === 'generation-requested') void answer(message);
    if (message?.type === 'scoring-requested') void answer(message);
    if (message?.type === 'call-aborted') aborts.get(message.callId)?.abort();
  });
}

type CallRequest = Extract<PageMessage, { readonly request: unknown }>;

async function serveCall(
  port: WorkerPort,
  policy: Policy,
  message: CallRequest,
  signal: AbortSignal,
): Promise<void> {
  const { callId } = message;
  if (message.type === 'scoring-requested') {
    const scored = await policy.scoreText(message.request, signal);
    port.postMessage({ type: 'text-scored', callId, scored });
    return;
  }
  for await (const chunk of policy.generate(message.request, signal)) {
    port.postMessage({ type: 'chunk-generated', callId, chunk });
  }
}

/**
 * Holds a lock until this worker dies, so that the page, waiting for the same lock, learns of a death that says
 * nothing: a closed worker fires no event.
 */
function holdLock(locks: Pick<LockManager, 'request'>, name: string): Promise<void> {
  return new Promise((resolve) => {
    void locks.request(name, () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
  });
}

function asLoadFailure(error: unknown): Pick<ModelLoadError, 'kind' | 'message'> {
  if (error instanceof ModelLoadError) return { kind: error.kind, message: error.message };
  return { kind: 'load-failed', message: `The model could not be loaded: ${wordsOf(error)}` };
}

function asPolicyFailure(error: unknown): Pick<PolicyError, 'kind' | 'message'> {
  if (error instanceof PolicyError) return { kind: error.kind, message: error.message };
  return { kind: 'engine-failed', message: `The engine failed: ${wordsOf(error)}` };
}
