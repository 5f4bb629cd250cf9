import { TRAIT_IDS, type TraitId } from '../trait-ids.ts';
import type { LengthWish } from './demand.ts';

/** What a cue in a preference asks for. */
export interface CueEffect {
  readonly check: TraitId;
  readonly wanted: boolean;
  /** Asked in so many words, or only suggested by it. */
  readonly suggested: boolean;
  /** True where a negation does not turn it round: nobody asks for abuse. */
  readonly fixed: boolean;
}

/** Words in a preference and what they ask for. */
export interface PreferenceCue {
  /** Matches in lower-case text. */
  readonly pattern: RegExp;
  readonly effects: readonly CueEffect[];
  readonly length?: Exclude<LengthWish, { type: 'range-named' }>;
}

const effect = (shorthand: EffectShorthand): CueEffect => {
  const check = TRAIT_IDS.find((id) => shorthand.replace(/^[-?=]+/, '') === id);
  if (check === undefined) throw new Error(`No check is called ${shorthand}.`);
  const marks = shorthand.slice(0, shorthand.length - check.length);
  return {
    check,
    wanted: !marks.includes('-'),
    suggested: marks.includes('?'),
    fixed: marks.includes('='),
  };
};

type Mark = '' | '-' | '?' | '?-' | '=' | '=-' | '?=' | '?=-';
/** A trait id, marked "-" for not wanted, "?" for suggested only, "=" for not to be negated. */
export type EffectShorthand = `${Mark}${TraitId}`;

/** A cue from whole-word alternatives, as in a regular expression, and what they ask for. */
export function cue(
  alternatives: string,
  effects: readonly EffectShorthand[],
  length?: 'brief-asked' | 'long-asked',
): PreferenceCue {
  return {
    // Endings that leave a word's wish as it is: "lyrical" and "lyrically". For lower-case text and without the flags
    // "i" and "u", with which the first reading took half a second.
    pattern: new RegExp(
      `(?<![a-z0-9\\u00df-\\u024f])(?:${alternatives})(?:s|ly|ness|ish|-like|-style)?(?![a-z0-9\\u00df-\\u024f])`,
      'g',
    ),
    effects: effects.map(effect),
    ...(length ? { length: { type: length } } : {}),
  };
}
