import type { Pauses } from '../pauses.ts';

/** A clock that stands still until a test moves it on. */
export interface HandClock extends Pauses {
  readonly now: () => number;
  /** Waits that were begun and not given up, in milliseconds, in order. */
  readonly waits: readonly number[];
  /** Moves on, and ends every wait that is over by then. */
  readonly pass: (milliseconds: number) => void;
  /** Whether each wait of at most so long ends at once, while time passes by itself. */
  skipUpTo: number;
}

export function createHandClock(): HandClock {
  let now = 0;
  const waits: number[] = [];
  let waiting: { readonly until: number; readonly end: () => void }[] = [];
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    const over = waiting.filter(({ until }) => until <= now);
    waiting = waiting.filter(({ until }) => until > now);
    for (const { end } of over) end();
  };
  const clock: HandClock = {
    now: () => now,
    waits,
    pass,
    skipUpTo: 0,
    wait: (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      if (milliseconds <= clock.skipUpTo) {
        now += milliseconds;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          waiting = waiting.filter((each) => each !== place);
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the caller's own reason
          reject(signal.reason);
        };
        const place = {
          until: now + milliseconds,
          end: () => {
            signal.removeEventListener('abort', leave);
            resolve();
          },
        };
        waiting.push(place);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
  return clock;
}
