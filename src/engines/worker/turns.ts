/** First come, first served: an engine serves as many calls at once as it has places for. */
export interface Turns {
  /**
   * Waits for one's turn.
   *
   * @returns what ends the turn; further calls of it do nothing.
   * @throws the signal's reason when it is aborted while waiting; the place in the line is given up.
   */
  take(signal: AbortSignal): Promise<() => void>;
}

/** @param places calls that are served at once, at least 1 */
export function createTurns(places = 1): Turns {
  const line: (() => void)[] = [];
  let taken = 0;

  const beginTurn = (): (() => void) => {
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const next = line.shift();
      if (next === undefined) taken -= 1;
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
      if (taken < places) taken += 1;
      else if (!(await wait(signal))) signal.throwIfAborted();
      return beginTurn();
    },
  };
}
