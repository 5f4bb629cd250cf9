/** Time comes from outside, so that a test decides it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The last moment that a Date can hold, in milliseconds since the epoch. */
export const LAST_MOMENT = 8.64e15;

/**
 * A clock that never goes back, and always tells a moment: a machine's own may be set while a run is sampled, and nothing may end
 * before it begins.
 *
 * @param notBefore what was written last by an earlier clock
 */
export function steadyClock(clock: Clock, notBefore = 0): Clock {
  let latest = notBefore;
  return {
    now: () => {
      const now = clock.now();
      // Not so for NaN either.
      if (now > latest) latest = Math.min(now, LAST_MOMENT);
      return latest;
    },
  };
}
