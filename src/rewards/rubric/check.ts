import type { TextReading } from './text/text-reading.ts';
import type { TraitId } from './trait-ids.ts';

/** The three texts of a request, taken apart once. */
export interface Subject {
  readonly response: TextReading;
  readonly prompt: TextReading;
  /** Undefined where the reward reads the prompt alone. */
  readonly preference: TextReading | undefined;
}

export interface CheckDescription {
  readonly id: string;
  readonly label: string;
  /** One sentence for people, with its source where there is one; says what it cannot see. */
  readonly explanation: string;
  readonly defaultWeight: number;
  /** True where the check reads English words: it counts 0 for other languages and says so. */
  readonly englishOnly: boolean;
}

export interface Measurement {
  /** Within 0 and 1; within -1 and 0 for a penalty. */
  readonly score: number;
  readonly measured: string;
}

/** A check that needs no preference. */
export interface PromptCheck extends CheckDescription {
  measure(subject: Subject): Measurement;
}

/** How much of a trait a response has: a preference can ask for it or against it. */
export interface Presence {
  /** Within 0 and 1. */
  readonly share: number;
  /** What was found, such as "2 examples introduced". */
  readonly found: string;
}

/** A check for something that a preference can want or not want. */
export interface TraitCheck extends CheckDescription {
  readonly id: TraitId;
  /** Completes "the preference asks for …". */
  readonly noun: string;
  presence(subject: Subject): Presence;
}
