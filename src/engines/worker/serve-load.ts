import type { LoadProgress } from '../../core/index.ts';
import { asLoadFailure } from './failures.ts';
import { holdLock } from './life-lock.ts';
import type { LifeMessage, LoadRequest } from './protocol.ts';

/** The worker's side: loads one model. */
export interface ModelLoader<Loaded> {
  /**
   * @param loseEngine to be called when nothing more can be expected of this worker, its device gone or its memory lost.
   * @throws ModelLoadError
   */
  load(
    model: unknown,
    onProgress: (progress: LoadProgress) => void,
    loseEngine: (message: string) => void,
  ): Promise<Loaded>;
}

/** Where a worker hears and says; `self` in a worker. */
export interface ServingPort<Message> {
  postMessage(message: Message): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/**
 * Loads what was asked for, and tells the page how it goes.
 *
 * @param locks null where the browser has no Web Locks.
 * @returns null where it failed, which the page has been told.
 */
export async function serveLoad<Loaded>(
  port: { postMessage(message: LifeMessage): void },
  loader: ModelLoader<Loaded>,
  locks: Pick<LockManager, 'request'> | null,
  { lockName, model }: LoadRequest,
): Promise<Loaded | null> {
  await holdLock(locks, lockName);
  port.postMessage({ type: 'lock-held' });
  try {
    return await loader.load(
      model,
      (progress) => {
        port.postMessage({ type: 'load-progressed', progress });
      },
      (message) => {
        port.postMessage({ type: 'engine-lost', message });
      },
    );
  } catch (error) {
    port.postMessage({ type: 'load-failed', ...asLoadFailure(error) });
    return null;
  }
}
