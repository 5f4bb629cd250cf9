/** What the pace is kept by: in the browser `performance.now` and `setInterval`. */
export interface PaceDependencies {
  /** Milliseconds. */
  readonly now: () => number;
  /** Calls back again and again, soon after each time. */
  readonly often: (callback: () => void) => void;
}

/**
 * Gives turns at an even rate, to whoever has waited longest. Turns that nobody waited for are lost; those that a busy thread held
 * up are given together, as a server's tokens come.
 *
 * @param perSecond turns a second
 * @returns resolves when the caller's turn has come
 */
export function createPace(
  perSecond: number,
  { now, often }: PaceDependencies,
): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let since = now();
  often(() => {
    const due = Math.floor(((now() - since) * perSecond) / 1000);
    since += (due * 1000) / perSecond;
    for (const resolve of waiting.splice(0, due)) resolve();
    if (waiting.length === 0) since = now();
  });
  return () => new Promise((resolve) => waiting.push(resolve));
}
