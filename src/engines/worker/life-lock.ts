/**
 * Holds a lock until this worker dies, so that the page, waiting for the same lock, learns of a death that says
 * nothing: a closed worker fires no event.
 *
 * @param locks null where the browser has no Web Locks.
 */
export function holdLock(locks: Pick<LockManager, 'request'> | null, name: string): Promise<void> {
  if (locks === null) return Promise.resolve();
  return new Promise((resolve) => {
    void locks.request(name, () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
  });
}

/** Calls `onReleased` when the worker that holds the lock is gone, unless the signal is aborted before. */
export async function watchLock(
  locks: Pick<LockManager, 'request'> | null,
  name: string,
  signal: AbortSignal,
  onReleased: () => void,
): Promise<void> {
  try {
    await locks?.request(name, { signal }, onReleased);
  } catch {
    // Aborted: the worker was ended by us, and there is nothing to watch any more.
  }
}
