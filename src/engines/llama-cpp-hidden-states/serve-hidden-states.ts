import { PolicyError, type HiddenStatesDescription } from '../../core/index.ts';
import { asPolicyFailure } from '../worker/failures.ts';
import type { LoadRequest } from '../worker/protocol.ts';
import { serveLoad, type ModelLoader, type ServingPort } from '../worker/serve-load.ts';
import type { BackboneWorkerMessage } from './protocol.ts';
import { readPageMessage } from './read-messages.ts';

/** A loaded backbone inside its worker. */
export interface Backbone {
  readonly description: HiddenStatesDescription;
  /** @throws PolicyError */
  read(text: string, signal: AbortSignal): Promise<Float32Array>;
}

/** The worker's side: loads one backbone. */
export type BackboneLoader = ModelLoader<Backbone>;

/** Where a worker hears and says; `self` in a worker. */
export type BackbonePort = ServingPort<BackboneWorkerMessage>;

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

  const load = async (request: LoadRequest): Promise<void> => {
    backbone = await serveLoad(port, loader, locks, request);
    if (backbone === null) return;
    port.postMessage({ type: 'load-finished', description: backbone.description });
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
    if (message?.type === 'load-requested') void load(message);
    if (message?.type === 'state-requested') void read(message.callId, message.text);
    if (message?.type === 'state-aborted') aborts.get(message.callId)?.abort();
  });
}
