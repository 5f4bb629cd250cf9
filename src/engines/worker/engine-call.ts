import { PolicyError } from '../../core/index.ts';
import { openChannel } from './channel.ts';
import { defer } from './deferred.ts';
import type { PageMessage, WorkerMessage } from './protocol.ts';

/** A call that was begun: what the engine makes for it, as it comes. */
export interface StartedCall<Made> {
  readonly made: AsyncIterable<Made>;
  /** Settles, never rejecting, when the engine is free again. */
  readonly ended: Promise<void>;
}

/** What a worker says about one call. */
export type CallMessage = Extract<WorkerMessage, { readonly callId: number }>;

/** The page's side of a call under way. */
export interface Call {
  hear(message: CallMessage): void;
  fail(reason: unknown): void;
  end(): void;
}

export interface CallStart {
  readonly worker: { postMessage(message: PageMessage): void };
  readonly calls: Map<number, Call>;
  readonly ask: Extract<PageMessage, { readonly request: unknown }>;
  readonly signal: AbortSignal;
}

/**
 * Asks the worker, and tells it when the signal is aborted. `read` picks out of its messages what was asked for.
 *
 * @throws the signal's reason where it is aborted already.
 */
export function startCall<Made>(
  { worker, calls, ask, signal }: CallStart,
  read: (message: CallMessage) => Made | null,
): StartedCall<Made> {
  signal.throwIfAborted();
  const { callId } = ask;
  const made = openChannel<Made>();
  const ended = defer<undefined>();
  const abort = (): void => {
    worker.postMessage({ type: 'call-aborted', callId });
    made.fail(signal.reason);
  };
  calls.set(callId, {
    hear: (message) => {
      const one = read(message);
      if (one !== null) made.push(one);
    },
    fail: made.fail,
    end: () => {
      signal.removeEventListener('abort', abort);
      made.close();
      ended.resolve(undefined);
    },
  });
  worker.postMessage(ask);
  signal.addEventListener('abort', abort, { once: true });
  return { made: made.items, ended: ended.promise };
}

/** Tells a call what the worker said about it; what is said about a call that is over is dropped. */
export function hearCall(calls: Map<number, Call>, message: CallMessage): void {
  const call = calls.get(message.callId);
  if (call === undefined) return;
  switch (message.type) {
    case 'chunk-generated':
    case 'text-scored':
      call.hear(message);
      break;
    case 'call-failed':
      call.fail(new PolicyError(message.kind, message.message));
      break;
    case 'call-ended':
      calls.delete(message.callId);
      call.end();
      break;
  }
}
