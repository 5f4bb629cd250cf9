/** What is used of the browser's locks; null where it has none, as on an address without https. */
export type Locks = Pick<LockManager, 'request'> | null;

/** The browser's own, for a page and its workers. */
export function webLocks(): Locks {
  return 'locks' in navigator ? navigator.locks : null;
}

/**
 * Holds a lock until this worker dies, so that the page, waiting for the same lock, learns of a death that says
 * nothing: a closed worker fires no event.
 */
export function holdLock(locks: Locks, name: string): Promise<void> {
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
  locks: Locks,
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
