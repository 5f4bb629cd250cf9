/** Waiting, which a test does by the hands of its own clock. */
export interface Pauses {
  /**
   * @param milliseconds how long
   * @throws the signal's reason when it is aborted; the wait is given up.
   */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** By the machine's clock. */
export const REAL_PAUSES: Pauses = {
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        // The reason is the caller's own, whatever it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', leave);
        resolve();
      }, milliseconds);
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
    }),
};

/** Made once: without one, an abort makes a DOMException with its stack, and every piece of an answer is waited for. */
const IN_TIME = new Error('It came in time.');

/**
 * Waits for a promise, but no longer than so long.
 *
 * @throws what `late` makes where it takes longer
 * @throws the signal's reason when it is aborted first
 */
export async function within<Value>(
  promise: Promise<Value>,
  milliseconds: number,
  late: () => Error,
  pauses: Pauses,
  signal: AbortSignal,
): Promise<Value> {
  // Whoever loses the race is heard no more, and its failure is nobody's.
  promise.catch(() => undefined);
  signal.throwIfAborted();
  const done = new AbortController();
  const patience = pauses
    .wait(milliseconds, AbortSignal.any([signal, done.signal]))
    .then((): never => {
      throw late();
    });
  patience.catch(() => undefined);
  try {
    return await Promise.race([promise, patience]);
  } finally {
    done.abort(IN_TIME);
  }
}
