import { PolicyError, type Policy } from '../../core/index.ts';
import { asPolicyFailure } from './failures.ts';
import type { LoadRequest, PageMessage, WorkerMessage } from './protocol.ts';
import { readPageMessage } from './read-messages.ts';
import { serveLoad, type ModelLoader, type ServingPort } from './serve-load.ts';

/** The worker's side of an engine: loads one model and serves it. */
export type EngineLoader = ModelLoader<Policy>;

/** Where a worker hears and says; `self` in a worker. */
export type WorkerPort = ServingPort<WorkerMessage>;

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

  const load = async (request: LoadRequest): Promise<void> => {
    policy = await serveLoad(port, loader, locks, request);
    if (policy === null) return;
    port.postMessage({ type: 'load-finished', description: policy.description });
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
    if (message?.type === 'load-requested') void load(message);
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
