import type { Clock } from '../core/index.ts';

/** Asks to be told again and again. @param milliseconds between two times @returns what ends that */
export type Every = (milliseconds: number, tick: () => void) => () => void;

/** In milliseconds: what a stretch that ends in sleep may still count. */
const BETWEEN_LOOKS = 20_000;

/** A tab that nobody sees is told once a minute at the least; only who slept is told later, in milliseconds. */
const LONGEST_AWAKE = 150_000;

/**
 * A clock that stands still while the machine sleeps, and while its own clock is put forward: timers don't go on meanwhile, so that
 * much more has passed than was asked for. It never goes back: where its own clock is put back, it goes on from where it was.
 */
export class AwakeClock implements Clock {
  readonly #clock: Clock;
  readonly #stop: () => void;
  #lookedAt: number;
  #slept = 0;

  /** @param every tells of time until `close` */
  constructor(clock: Clock, every: Every) {
    this.#clock = clock;
    this.#lookedAt = clock.now();
    this.#stop = every(BETWEEN_LOOKS, () => this.now());
  }

  /** Milliseconds since the epoch, without those that were slept, or that its clock was put on. */
  now(): number {
    const now = this.#clock.now();
    const since = now - this.#lookedAt;
    if (since < 0) this.#slept += since;
    if (since > LONGEST_AWAKE) this.#slept += since - BETWEEN_LOOKS;
    this.#lookedAt = now;
    return now - this.#slept;
  }

  close(): void {
    this.#stop();
  }
}

/** Told by the timers of a page or of Node.js. */
export const everyByTimer: Every = (milliseconds, tick) => {
  const timer = setInterval(tick, milliseconds);
  return () => {
    clearInterval(timer);
  };
};
