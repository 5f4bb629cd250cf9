import { TRAIT_IDS, type TraitId } from '../check.ts';
import { readCueTable, type CueSection } from '../cue-table.ts';
import association from './cues/association.txt?raw';
import content from './cues/content.txt?raw';
import form from './cues/form.txt?raw';
import idiom from './cues/idiom.txt?raw';
import manner from './cues/manner.txt?raw';
import situation from './cues/situation.txt?raw';
import tone from './cues/tone.txt?raw';
import type { LengthWish } from './what-is-asked.ts';
import { CoveredLetters, lowerAscii, type Span } from './unmeasured.ts';

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
  /** True where it is told by who reads, or where: it only suggests beside what is asked in so many words. */
  readonly yields: boolean;
  readonly length?: Exclude<LengthWish, { type: 'range-named' }>;
}

/** What names the kind of text that is wanted. */
const NAMING_CUES: readonly PreferenceCue[] = [form, tone, content, manner, idiom].flatMap(
  readCues,
);

/** What asks or suggests in so many words. */
export const CUES: readonly PreferenceCue[] = [...NAMING_CUES, ...readCues(situation)];

/** What only hints. */
export const ASSOCIATION_CUES: readonly PreferenceCue[] = readCues(association);

function readCues(table: string): PreferenceCue[] {
  return readCueTable(table).map(cueOf);
}

/**
 * A heading names the checks that its cues ask for, each marked "-" where it is asked against, "?" where it is suggested
 * only, "=" where a negation leaves it as it is, "~" where it is told by who reads, or where; and "brief-asked" or "long-asked".
 */
function cueOf({ heading, source }: CueSection): PreferenceCue {
  // A word that may be any is none that turns the wish round: "explain it without jargon" is not about explaining jargon.
  const words = source
    .replace(/(?<=[ (:])\\w[+*]/g, '(?!(?:no|not|without|avoiding|never)\\b)$&')
    // "the friendlier the better" asks for what is friendly.
    .replace(/(?<=[a-z]{3})y(?=\||$)/g, '(?:y|ier|iest)');
  const names = heading.split(', ');
  const yields = heading.includes('~');
  const length = names.find((name) => name === 'brief-asked' || name === 'long-asked');
  return {
    // Endings that leave a word's wish as it is: "lyrical" and "lyrically". For lower-case text and without the flags
    // "i" and "u", with which the first reading took half a second.
    pattern: new RegExp(
      `(?<![a-z0-9\\u00df-\\u024f])(?:${words})(?:s|ly|ness|ish|-like|-style)?(?![a-z0-9\\u00df-\\u024f])`,
      'g',
    ),
    effects: names.filter((name) => name !== length).map(effectOf),
    yields,
    ...(length === undefined ? {} : { length: { type: length } }),
  };
}

function effectOf(name: string): CueEffect {
  const id = name.replace(/^[-?=~]+/, '');
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

/** Where a cue stands in a preference. */
export interface CueMatch extends Span {
  readonly cue: PreferenceCue;
  readonly words: string;
}

/** Cue matches in order; of two that overlap the longer stays, so that "short sentences" isn't "short". */
export function matchCues(
  cues: readonly PreferenceCue[],
  text: string,
  taken: readonly Span[],
): CueMatch[] {
  const lower = lowerAscii(text);
  // Every cue holds two plain letters in a row.
  if (!/[a-z]{2}/.test(lower)) return [];
  const all = cues
    .flatMap((cue) =>
      [...lower.matchAll(cue.pattern)].map((match) => {
        const start = match.index + (match[0].length - match[0].trimStart().length);
        const end = match.index + match[0].length;
        return { cue, start, end, words: text.slice(start, end).trim() };
      }),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: CueMatch[] = [];
  const covered = new CoveredLetters(text, taken);
  for (const match of all) {
    if (match.words === '' || covered.touches(match)) continue;
    covered.add(match);
    kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** True where a cue stands anywhere among the words. */
export const holdsCue = (words: string): boolean =>
  CUES.some(({ pattern }) => lowerAscii(words).search(pattern) >= 0);

/**
 * True for words that some cue covers but for a little: "practical examples", "brevity". Not for whoever reads, and where:
 * "mention the new office" is about an office.
 */
export function isCueAlone(words: string): boolean {
  return NAMING_CUES.some((cue) =>
    [...lowerAscii(words).matchAll(cue.pattern)].some(
      (match) => match[0].trim().length >= words.length * 0.6,
    ),
  );
}
