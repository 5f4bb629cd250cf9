import { TRAIT_IDS, type TraitId } from '../check.ts';
import { readCueTable, type CueSection } from '../cue-table.ts';
import association from './cues/association.txt?raw';
import content from './cues/content.txt?raw';
import form from './cues/form.txt?raw';
import idiom from './cues/idiom.txt?raw';
import manner from './cues/manner.txt?raw';
import situation from './cues/situation.txt?raw';
import tone from './cues/tone.txt?raw';
import type { LengthWish } from './demand.ts';

/** What a cue in a preference asks for. */
export interface CueEffect {
  readonly check: TraitId;
  readonly wanted: boolean;
  /** Only suggested by the cue, rather than asked in so many words. */
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

/** What asks or suggests in so many words. */
export const CUES: readonly PreferenceCue[] = [
  form,
  tone,
  content,
  manner,
  idiom,
  situation,
].flatMap(readCues);

/** What only hints. */
export const ASSOCIATION_CUES: readonly PreferenceCue[] = readCues(association);

function readCues(table: string): PreferenceCue[] {
  return readCueTable(table).map(cueOf);
}

/**
 * A heading names the checks that its cues ask for, each marked "-" where it is asked against, "?" where it is suggested
 * only, "=" where a negation leaves it as it is; and "brief-asked" or "long-asked".
 */
function cueOf({ heading, source }: CueSection): PreferenceCue {
  const names = heading.split(', ');
  const length = names.find((name) => name === 'brief-asked' || name === 'long-asked');
  return {
    // Endings that leave a word's wish as it is: "lyrical" and "lyrically". For lower-case text and without the flags
    // "i" and "u", with which the first reading took half a second.
    pattern: new RegExp(
      `(?<![a-z0-9\\u00df-\\u024f])(?:${source})(?:s|ly|ness|ish|-like|-style)?(?![a-z0-9\\u00df-\\u024f])`,
      'g',
    ),
    effects: names.filter((name) => name !== length).map(effectOf),
    ...(length === undefined ? {} : { length: { type: length } }),
  };
}

function effectOf(name: string): CueEffect {
  const id = name.replace(/^[-?=]+/, '');
  const check = TRAIT_IDS.find((known) => known === id);
  if (check === undefined) throw new Error(`No check is called “${name}”.`);
  const marks = name.slice(0, name.length - id.length);
  return {
    check,
    wanted: !marks.includes('-'),
    suggested: marks.includes('?'),
    fixed: marks.includes('='),
  };
}
