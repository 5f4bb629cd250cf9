/** Time comes from outside, so that a test decides it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
