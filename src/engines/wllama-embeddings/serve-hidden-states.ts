import type { HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import { ModelLoadError, PolicyError } from '../../core/index.ts';
import { wordsOf } from '../worker/words.ts';
import type { BackboneWorkerMessage } from './protocol.ts';
import { readPageMessage } from './read-messages.ts';

/** A loaded backbone inside its worker. */
export interface Backbone {
  readonly description: HiddenStatesDescription;
  /** @throws PolicyError */
  read(text: string, signal: AbortSignal): Promise<Float32Array>;
}

/** The worker's side: loads one backbone. */
export interface BackboneLoader {
  /**
   * @param loseEngine to be called when nothing more can be expected of this worker.
   * @throws ModelLoadError
   */
  load(
    model: unknown,
    onProgress: (progress: LoadProgress) => void,
    loseEngine: (message: string) => void,
  ): Promise<Backbone>;
}

/** Where a worker hears and says; `self` in a worker. */
export interface BackbonePort {
  postMessage(message: BackboneWorkerMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/**
 * Serves a backbone over the protocol for as long as the worker lives.
 *
 * @param locks null where the browser has no Web Locks.
 */
export function serveHiddenStates(
  port: BackbonePort,
  loader: BackboneLoader,
  locks: Pick<LockManager, 'request'> | null,
): void {
  const aborts = new Map<number, AbortController>();
  let backbone: Backbone | null = null;

  const load = async (lockName: string, model: unknown): Promise<void> => {
    if (locks !== null) await holdLock(locks, lockName);
    port.postMessage({ type: 'lock-held' });
    try {
      backbone = await loader.load(
        model,
        (progress) => {
          port.postMessage({ type: 'load-progressed', progress });
        },
        (message) => {
          port.postMessage({ type: 'engine-lost', message });
        },
      );
      port.postMessage({ type: 'load-finished', description: backbone.description });
    } catch (error) {
      port.postMessage({ type: 'load-failed', ...asLoadFailure(error) });
    }
  };

  const read = async (callId: number, text: string): Promise<void> => {
    const abort = new AbortController();
    aborts.set(callId, abort);
    try {
      if (backbone === null) throw new PolicyError('engine-failed', 'No model is loaded.');
      const state = await backbone.read(text, abort.signal);
      port.postMessage({ type: 'state-read', callId, state });
    } catch (error) {
      port.postMessage({ type: 'state-failed', callId, ...asPolicyFailure(error) });
    } finally {
      aborts.delete(callId);
    }
  };

  port.addEventListener('message', ({ data }) => {
    const message = readPageMessage(data);
    if (message?.type === 'load-requested') void load(message.lockName, message.model);
    if (message?.type === 'state-requested') void read(message.callId, message.text);
    if (message?.type === 'state-aborted') aborts.get(message.callId)?.abort();
  });
}

/** Holds a lock until this worker dies, so that the page, waiting for it, learns of a death that says nothing. */
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
