import type { TextReading } from './text/text-reading.ts';

export const RUBRIC_ID = 'rubric';

/** Traits of a response that a preference can ask for or against, one check each. */
export const TRAIT_IDS = [
  'economy',
  'depth',
  'focus',
  'bullets',
  'steps',
  'headings',
  'table',
  'prose',
  'emphasis',
  'code',
  'formal',
  'plain-words',
  'short-sentences',
  'contractions',
  'exclamations',
  'emoji',
  'first-person',
  'address-reader',
  'humour',
  'warmth',
  'empathy',
  'encouragement',
  'enthusiasm',
  'courtesy',
  'hedging',
  'persuasion',
  'vividness',
  'variety',
  'story',
  'analogy',
  'technical',
  'reasons',
  'examples',
  'references',
  'numbers',
  'definitions',
  'balance',
  'caveats',
  'actions',
  'questions',
  'wrap-up',
  'toxicity',
  'pleasantries',
  'answer-first',
  'recommendation',
  'options',
  'verse',
  'dialogue',
  'letter',
  'background',
  'timing',
  'quotations',
  'speakable',
  'outlook',
  'british-spelling',
  'past-tense',
  'active-voice',
  'gendered-words',
  'moralising',
  'memory-aid',
  'opinion',
  'specifics',
  'archaic',
  'short-paragraphs',
] as const;

export type TraitId = (typeof TRAIT_IDS)[number];

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
  readonly presence: (subject: Subject) => Presence;
  /** How far the response is nothing else; undefined where that can't be. */
  readonly aloneness?: (subject: Subject) => Presence;
  /** True where a response without words can have it. */
  readonly wordless?: true;
}
