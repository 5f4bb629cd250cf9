import type { Schedule } from './observable.ts';

/** Milliseconds from one drawing to the next, at least: words that come faster can't be read as they come. */
const LEAST = 100;

/** And at most: words that come more rarely look stuck. */
const MOST = 500;

/**
 * How many times as long as a drawing takes is waited before the next. A model on the processor has both cores of a small
 * machine at work, so that what is drawn is taken from it, and painting costs about as much again as what is measured here.
 */
const REST = 30;

export interface PaceDependencies {
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  readonly wait: (draw: () => void, milliseconds: number) => void;
  /** Calls back once what was flushed is drawn. */
  readonly afterDrawing: (then: () => void) => void;
}

/** Draws as often as it costs little: the next time the sooner, the quicker the last drawing was. */
export function paceDrawings({ now, wait, afterDrawing }: PaceDependencies): Schedule {
  let pause = LEAST;
  return (flush) => {
    wait(() => {
      const start = now();
      flush();
      afterDrawing(() => {
        pause = Math.min(MOST, Math.max(LEAST, REST * (now() - start)));
      });
    }, pause);
  };
}
