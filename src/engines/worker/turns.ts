/** First come, first served: an engine with one slot serves one call at a time. */
export interface Turns {
  /**
   * Waits for one's turn.
   *
   * @returns what ends the turn; further calls of it do nothing.
   * @throws the signal's reason when it is aborted while waiting; the place in the line is given up.
   */
  take(signal: AbortSignal): Promise<() => void>;
}

export function createTurns(): Turns {
  const line: (() => void)[] = [];
  let taken = false;

  const beginTurn = (): (() => void) => {
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const next = line.shift();
      if (next === undefined) taken = false;
      else next();
    };
  };
  const wait = (signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        line.splice(line.indexOf(start), 1);
        resolve(false);
      };
      line.push(start);
      signal.addEventListener('abort', leave, { once: true });
    });

  return {
    take: async (signal) => {
      signal.throwIfAborted();
      if (!taken) taken = true;
      else if (!(await wait(signal))) signal.throwIfAborted();
      return beginTurn();
    },
  };
}
