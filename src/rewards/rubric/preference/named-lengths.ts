import { readCueSources } from '../cue-table.ts';
import table from './cues/lengths.txt?raw';
import type { LengthCheckId, LengthUnit } from './demand.ts';
import { isDisliked, NEGATOR } from './negation.ts';
import { looseRangeOf, NUMBER, numberOf } from './number-words.ts';
import { lowerAscii, overlaps } from './unmeasured.ts';

/** A length named in figures, and where it stands. */
export interface NamedLength {
  readonly start: number;
  readonly end: number;
  readonly unit: LengthUnit;
  readonly least: number;
  readonly most: number;
}

type Side = 'at most' | 'at least' | 'about' | 'exactly';

const sourceOf = readCueSources(table);
const UNIT = `(?:${sourceOf('unit')})`;
const SIGNS: readonly (readonly [Side, string])[] = [
  ['at most', '[≤<]=?'],
  ['at least', '[≥>]=?'],
  ['about', '[~≈]'],
];
const SIDES: readonly Side[] = ['at most', 'at least', 'about', 'exactly'];
const ANY_SIGN = SIGNS.map(([, sign]) => sign).join('|');
const ANY_BOUND = SIDES.map(sourceOf).join('|');
/** One or more bounds before a number: "a maximum of about", "max.:", "≤". */
const BOUNDS = `(?:(?:(?:${ANY_BOUND})[.,:]?\\s+)+(?:${ANY_SIGN})?|(?:${ANY_SIGN}))\\s*`;
const ADJECTIVES = `(?:(?:${sourceOf('adjective')})(?:,|,? and)?\\s+)*`;
const AFTER_SIDES = ['at most', 'at least', 'about'] as const;
const AFTER = AFTER_SIDES.map((side) => sourceOf(`after: ${side}`)).join('|');
const ARTICLE = '(?<=\\b(?:in|into|within|to|just|only|as) )an?';

/**
 * A number and what it counts; the bounds before and after are looked for where one is found. Like the others for
 * lower-case text and without the flags "i" and "u", with which the first reading took a quarter of a second.
 */
const LENGTH = new RegExp(
  `(?<![\\w.])(?<count>${NUMBER}|${ARTICLE})(?<more>\\+|ish\\b)?(?:\\s+of)?[\\s-]+` +
    `${ADJECTIVES}(?<unit>${UNIT})(?:(?<=\\s)|(?!\\w))(?:\\s+(?:long|in length|each))?`,
  'g',
);
const BOUNDS_BEFORE = new RegExp(`(?:^|[^\\w.])(?<bounds>${BOUNDS})$`);
const LOW_BEFORE = new RegExp(
  `(?:^|[^\\w.])(?<low>${NUMBER})\\s*(?<join>[-–—,]|to|or|and|but)\\s*(?:(?:no|not|an?|the)\\s+)?$`,
);
const AFTER_LENGTH = new RegExp(`^[-,\\s]\\s*(?<after>${AFTER})(?!\\w)`);
/** Letters before a number in which its bounds are looked for. */
const REACH = 70;
const NEGATION_REACH = 160;
const UNIT_AHEAD =
  /(?:word|character|sentence|paragraph)s?[ -](?:limit|cap|ceil|max|min|count|len)/;
/** "word limit: 80", "word count of at least 80". */
const UNIT_FIRST = new RegExp(
  `\\b(?<unit>word|character|sentence|paragraph)s?[ -](?<kind>limit|cap|ceiling|max(?:imum)?|min(?:imum)?|count|length)` +
    `(?:\\s*[:=]|\\s+(?:is|of|at|(?:should|must|may|can|shall|will|needs? to|has to)(?<not>n't| ?not| never)?(?: be)?))?\\s*(?<bounds>${BOUNDS})?(?<count>${NUMBER})(?<more>\\+)?(?!\\w)`,
  'g',
);
/** The negation of a length, and what may stand between: "don't write an answer of". */
const NEGATED = new RegExp(
  `\\b(?:${NEGATOR})[\\s,]+(?:(?:${sourceOf('between')})[\\s,]+){0,12}$`,
  'i',
);

function unitOf(text: string): LengthUnit {
  if (/^word/i.test(text)) return 'words';
  if (/^(?:sentence|line)/i.test(text)) return 'sentences';
  if (/^(?:char|letter|keystroke)/i.test(text)) return 'characters';
  return /^paragraph/i.test(text) ? 'paragraphs' : 'items';
}

const startsWith = (source: string, text: string): boolean =>
  new RegExp(`^(?:${source})(?![\\w])`, 'iu').test(text);

/** The side that the words before or after a number name; "at most" and "at least" beat "about". */
function sideOf(bounds: string, after: string, more: string): Side | undefined {
  const later = AFTER_SIDES.find(
    (side) => after !== '' && startsWith(sourceOf(`after: ${side}`), after),
  );
  if (later !== undefined) return later;
  if (more !== '') return more === '+' ? 'at least' : 'about';
  const sign = SIGNS.find(([, source]) => new RegExp(`${source}\\s*$`, 'u').test(bounds))?.[0];
  const named = SIDES.find((side) =>
    new RegExp(`\\b(?:${sourceOf(side)})(?!\\w)`, 'iu').test(bounds),
  );
  return sign ?? named;
}

/** A sentence more or less matters, a word doesn't. */
const slack = (unit: LengthUnit): number => (unit === 'words' || unit === 'characters' ? 0.1 : 0);

function around(count: number, share: number): { least: number; most: number } {
  return { least: Math.round(count * (1 - share)), most: Math.round(count * (1 + share)) };
}

const TURNED: Readonly<Partial<Record<Side, Side>>> = {
  'at most': 'at least',
  'at least': 'at most',
};

interface Bound {
  readonly side: Side | undefined;
  readonly negated: boolean;
  readonly unit: LengthUnit;
}

/** Undefined where nothing is said: "not in two sentences". */
function rangeOf(counts: readonly [number, number] | number, { side, negated, unit }: Bound) {
  const turned = negated && side !== undefined ? TURNED[side] : side;
  const [low, high] = typeof counts === 'number' ? [counts, counts] : counts;
  if (turned === 'at least') return { least: low, most: Infinity };
  if (turned === 'at most') return { least: 0, most: high };
  if (negated) return undefined;
  if (typeof counts !== 'number') return { least: low, most: high };
  return around(counts, turned === 'about' ? 0.15 : slack(unit));
}

/** "end with a one-line summary": the length of a part. */
const PART_BEFORE =
  /\b(?:end|clos|finish|conclud|start|begin|open|round|wrap)\w*\b[^.;:!?]*\b(?:with|by|in|on)\s*$/i;
const PART_AFTER =
  /^[\s-]*(?:summar(?:y|ies)|recap|takeaway|conclusion|moral|verdict|intro\w*|per\b|at a time|at the (?:end|start|top|beginning))/i;

/** Is the length that of each item, or of one part, rather than of the whole? */
function isOfPart(text: string, { start, end, unit }: Pick<NamedLength, 'start' | 'end' | 'unit'>) {
  const before = text.slice(0, start);
  if (PART_BEFORE.test(before) || PART_AFTER.test(text.slice(end))) return true;
  // "each a single sentence" is about the items, "no sentence over ten words" about the sentences.
  return (
    /\b(?:each|every|per)\b[^.,;]*$/i.test(before) ||
    /each$/i.test(text.slice(start, end)) ||
    ((unit === 'words' || unit === 'characters') &&
      /\b(?:sentences?|lines?|paragraphs?|bullets?|points?(?! of)|items?)\b[^.,;]*$/i.test(before))
  );
}

/** "one example" asks for an example, not for a list of one. */
const isNoCount = (unit: string, counts: readonly [number, number] | number, loose: boolean) =>
  (unit === '' && loose) || (/^(?:$|step|tip|idea|point)/i.test(unit) && counts === 1);

function countsOf(low: string | undefined, count: string): readonly [number, number] | number {
  const last = numberOf(count);
  if (low === undefined) return looseRangeOf(count) ?? last;
  return [Math.min(numberOf(low), last), Math.max(numberOf(low), last)];
}

/** What a text ends with, by the named group of a pattern, and the text before it. */
function cutOff(before: string, pattern: RegExp, group: string): readonly [string, string] {
  const found = pattern.exec(before.slice(-REACH))?.groups?.[group] ?? '';
  return [found, before.slice(0, before.length - found.length)];
}

interface BoundsBefore {
  readonly bounds: string;
  /** The lower of two numbers; empty where there is one. */
  readonly low: string;
  readonly start: number;
}

/** What stands before a number: "at most", "between 40 and", "no fewer than 40 and no more than". */
function boundsBefore(text: string, count: number): BoundsBefore {
  const [bounds, rest] = cutOff(text.slice(0, count), BOUNDS_BEFORE, 'bounds');
  const single = { bounds, low: '', start: rest.length };
  const match = LOW_BEFORE.exec(rest.slice(-REACH));
  if (match === null) return single;
  const { low = '', join = '' } = match.groups ?? {};
  const lowStart = rest.length - (match[0].length - match[0].indexOf(low));
  const [outer, left] = cutOff(text.slice(0, lowStart), BOUNDS_BEFORE, 'bounds');
  // "3 and 5 words" is no range; "at least 3 and at most 5" is, and "between 3 and 5".
  if (/^(?:and|but|,)$/.test(join) && bounds === '' && !outer.includes('between')) return single;
  return { bounds: bounds === '' ? outer : '', low, start: left.length };
}

function readLength(text: string, match: RegExpExecArray): NamedLength[] {
  const { count = '', more = '', unit: unitText = '' } = match.groups ?? {};
  const { bounds, low, start } = boundsBefore(text, match.index);
  const unit = unitOf(unitText);
  const core = match.index + match[0].length;
  const after = AFTER_LENGTH.exec(text.slice(core));
  const place = { start, end: core + (after?.[0].length ?? 0), unit };
  const counts = countsOf(low === '' ? undefined : low, count);
  if (isOfPart(text, place) || isNoCount(unitText, counts, looseRangeOf(count) !== undefined))
    return [];
  const before = text.slice(Math.max(0, start - NEGATION_REACH), start);
  const negation = NEGATED.exec(before);
  const side = sideOf(bounds, after?.groups?.after ?? '', more);
  const range = rangeOf(counts, {
    side,
    negated: (negation !== null || isDisliked(text, place.end)) && !isBothEnds(low, bounds),
    unit,
  });
  const from = negation === null ? start : start - (before.length - negation.index);
  return range === undefined ? [] : [{ ...place, start: from, ...range }];
}

/** "no fewer than 40 and no more than 60" names both ends, whatever is denied. */
const isBothEnds = (low: string, bounds: string): boolean => low !== '' && bounds === '';

function readUnitFirst(match: RegExpExecArray): NamedLength {
  const { unit: unitText = '', kind = '', bounds = '', count = '', more = '' } = match.groups ?? {};
  const unit = unitOf(unitText);
  const own = /^(?:count|length)$/i.test(kind)
    ? undefined
    : /^min/i.test(kind)
      ? 'at least'
      : 'at most';
  const side = sideOf(bounds, '', more) ?? own;
  const negated = match.groups?.not !== undefined;
  const range = rangeOf(countsOf(undefined, count), { side, negated, unit });
  const place = { start: match.index, end: match.index + match[0].length, unit };
  return { ...place, least: 0, most: Infinity, ...range };
}

/** Without a word that can be counted there is no length: most preferences are read without the long patterns. */
const COUNTED = new RegExp(`\\b(?:${sourceOf('unit')})`, 'i');

/** Lengths named in figures or number words: "under 50 words", "in two sentences", "3 to 5 bullet points". */
export function findNamedLengths(text: string): NamedLength[] {
  const lower = lowerAscii(text);
  if (!COUNTED.test(lower)) return [];
  const unitFirst = UNIT_AHEAD.test(lower)
    ? [...lower.matchAll(UNIT_FIRST)].map(readUnitFirst)
    : [];
  const others = [...lower.matchAll(LENGTH)]
    .flatMap((match) => readLength(lower, match))
    .filter((length) => !unitFirst.some((taken) => overlaps(length, taken)));
  return [...unitFirst, ...others].sort((a, b) => a.start - b.start);
}

/** The check that measures a unit. */
export const LENGTH_CHECK: Readonly<Record<LengthUnit, LengthCheckId>> = {
  words: 'length',
  characters: 'character-count',
  sentences: 'sentence-count',
  paragraphs: 'paragraph-count',
  items: 'item-count',
};
