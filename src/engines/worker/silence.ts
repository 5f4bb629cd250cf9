/** Seconds of silence after which it is told of, and again after as many. */
const SILENCE_SECONDS = 15;

/**
 * Tells how long nothing was heard.
 *
 * @param tell is given the seconds since something was heard, at each `SILENCE_SECONDS` of them
 */
export function watchSilence(tell: (seconds: number) => void): { heard(): void; stop(): void } {
  let seconds = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let stopped = false;
  const begin = (): void => {
    clearInterval(timer);
    seconds = 0;
    timer = setInterval(() => {
      seconds += SILENCE_SECONDS;
      tell(seconds);
    }, SILENCE_SECONDS * 1000);
  };
  begin();
  return {
    heard: () => {
      if (!stopped) begin();
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
