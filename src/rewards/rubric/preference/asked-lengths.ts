import { readCueSources } from '../cue-table.ts';
import table from './cues/lengths.txt?raw';
import { findLengthNegation } from './length-negation.ts';
import { isAskedFor, isDisliked, NEGATOR } from './negation.ts';
import { looseRangeOf, NUMBER, numberOf } from './number-words.ts';
import { CoveredLetters, lowerAscii } from './unmeasured.ts';
import type { LengthCheckId, LengthUnit } from './what-is-asked.ts';

/** A length named in figures, and where it stands. */
export interface AskedLength {
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
const AMID = AFTER_SIDES.map((side) => sourceOf(`amid: ${side}`)).join('|');
/** "in a sentence"; not "prefer a list to a paragraph". */
const ARTICLE =
  '(?<=\\b(?:in|into|within|(?:more|less|longer|shorter) than|(?<!prefer .{0,20}(?:lists?|bullets|points|tables?|steps) )to|just|only|as) )an?';
/** What is taken for a page: a sheet of print. How much stands on one is nobody's to say, so that it only counts roughly. */
const WORDS_A_PAGE = 500;
const PAGES = '(?:half an?|half|an?)(?=[ -](?:a4[ -]|(?:typed|printed|written) )?pages?\\b)';

/**
 * A number and what it counts; the bounds before and after are looked for where one is found. Like the others for
 * lower-case text and without the flags "i" and "u", with which the first reading took a quarter of a second.
 */
const LENGTH = new RegExp(
  `(?<![\\w.])(?<count>${PAGES}|${NUMBER}|${ARTICLE})(?<more>\\+|ish\\b|[ -](?:${AMID})(?!\\w))?(?:\\s+of)?[\\s-]+` +
    `${ADJECTIVES}(?<unit>${UNIT})(?:(?<=\\s)|(?!\\w))(?:\\s+(?:long|in length|each))?`,
  'g',
);
const BOUNDS_BEFORE = new RegExp(`(?:^|[^\\w.])(?<bounds>${BOUNDS})$`);
const LOW_BEFORE = new RegExp(
  `(?:^|[^\\w.])(?<low>${NUMBER})\\s*(?<join>[-–—,]|to|or|and|but)\\s*(?:(?:no|not|an?|the)\\s+)?$`,
);
const AFTER_LENGTH = new RegExp(
  `^[-,\\s]\\s*(?<after>${AFTER})(?!\\w| than\\b|(?: of|:)? ${NUMBER}\\b)`,
);
/** Letters before a number in which its bounds are looked for. */
const REACH = 70;
/** Letters before a length in which a negation, or the part whose length it is, is looked for. */
const CLAUSE_REACH = 160;
const UNIT_AHEAD =
  /(?:word|character|sentence|paragraph)s?[ -](?:limit|cap|ceil|max|min|count|len)/;
/** "word limit: 80", "word count of at least 80". */
const UNIT_FIRST = new RegExp(
  `\\b(?<unit>word|character|sentence|paragraph)s?[ -](?<kind>limit|cap|ceiling|max(?:imum)?|min(?:imum)?|count|length)` +
    `(?:\\s*[:=]|\\s+(?:is|of|at|(?:should|must|may|can|shall|will|needs? to|has to)(?<not>n't| ?not| never)?(?: be)?))?\\s*(?<bounds>${BOUNDS})?(?<count>${NUMBER})(?<more>\\+)?(?!\\w)`,
  'g',
);
/** "bullet points, max five", "a list (no more than 7)"; not "short sentences, at most 5 words". */
const UNIT_THEN_BOUND = new RegExp(
  `(?<!${NUMBER}[ -])\\b(?<unit>bullet(?:s| points?| list)|(?<!(?:to the|one|any) )points|items|steps|list|paragraphs|(?<!(?:short|long|brief|simple) )sentences)` +
    `(?:[,:;]?\\s+\\(?|,?\\s*\\(|\\s+[-–—]\\s+)(?:(?:but|and|with)\\s+)?(?:(?<not>${NEGATOR})\\s+)?(?<bounds>${BOUNDS}|(?<=\\blist )of )(?<count>${NUMBER})(?<more>\\+)?` +
    `(?![\\w.]|[\\s-]+(?:${AMID}\\s+)?${ADJECTIVES}(?:${UNIT}|pages?)|\\s+(?!(?:please|pls|plz|thanks|thank|in total|overall|altogether)\\b)[a-z])`,
  'g',
);
/** "not a word more than 100". */
const NOT_ONE_MORE = new RegExp(
  `\\b(?<not>not|no) (?:an? |one |a single )?(?<unit>word|sentence|line|character)s? (?<bounds>(?:more|longer) than |over |beyond )(?<count>${NUMBER})(?!\\w|\\s+${UNIT})`,
  'g',
);
/** "no fewer than 40 words and no more than 60": the other end, which leaves the unit out. */
const OTHER_END = new RegExp(
  `^[\\s,;]*(?:(?:and|but|or|yet)\\s+)?(?<not>(?:${NEGATOR})\\s+)?(?:(?:be|go|run|get|write|use)\\s+)?(?:(?<bounds>${BOUNDS})(?<count>${NUMBER})|(?<number>${NUMBER})\\s+(?<after>${AFTER}))(?!\\w|\\.\\d|[\\s-]*${ADJECTIVES}(?:${UNIT}))`,
);

function unitOf(text: string): LengthUnit {
  if (/^(?:word|page)/i.test(text)) return 'words';
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
  if (more !== '') return sideOfMore(more);
  const sign = SIGNS.find(([, source]) => new RegExp(`${source}\\s*$`, 'u').test(bounds))?.[0];
  const named = SIDES.find((side) =>
    new RegExp(`\\b(?:${sourceOf(side)})(?!\\w)`, 'iu').test(bounds),
  );
  return /\b(?:(?:exactly|precisely)\s*$|split\b|spread\b|divide|stretched\b)/.test(bounds)
    ? 'exactly'
    : (sign ?? named);
}

/** "40+", "40ish", "40 or more". */
function sideOfMore(more: string): Side {
  if (more === '+') return 'at least';
  const amid = more.replace(/^[ -]/, '');
  return AFTER_SIDES.find((side) => startsWith(sourceOf(`amid: ${side}`), amid)) ?? 'about';
}

/** A sentence more or less matters, a word doesn't. */
function slackOf(unit: string): number {
  if (unit.startsWith('page')) return 0.3;
  return /^(?:word|char|letter|keystroke)/.test(unit) ? 0.1 : 0;
}
const ABOUT = 0.15;

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
  /** The share of a number that it may be missed by. */
  readonly slack: number;
}

/** Undefined where nothing is said: "not in two sentences". */
function rangeOf(counts: readonly [number, number] | number, { side, negated, slack }: Bound) {
  const turned = negated && side !== undefined ? TURNED[side] : side;
  const [low, high] = typeof counts === 'number' ? [counts, counts] : counts;
  if (turned === 'at least') return { least: low, most: Infinity };
  if (turned === 'at most') return { least: 0, most: high };
  if (negated) return undefined;
  if (typeof counts !== 'number') return { least: low, most: high };
  return around(counts, turned === 'about' ? Math.max(ABOUT, slack) : slack);
}

/** "end with a one-line summary", "sum it up at the end in two sentences": the length of a part. */
const PART_BEFORE =
  /\b(?:end|clos|finish|conclud|start|begin|open|round|wrap)\w*\b[^.;:!?]*\b(?:with|by|in|on)\s+(?:(?:a|an|the|one|short|brief|final|summary|conclusion|recap|introduction|intro|of)\s+)*$|\bat the end,? (?:in )?$/i;
const PART_AFTER =
  /^[\s-]*(?:(?:on |of |as to )?why\b|(?:of )?(?:reason|explanation|justification)|summar(?:y|ies)|recap|takeaway|conclusion|moral|verdict|intro\w*|per\b|(?:in )?(?:an?|any|each|every) (?:sentence|paragraph|bullet|point|item|line|section)|at a time|at the (?:end|start|top|beginning))/i;

/** What parts a length from what stands before it: "bullet points and under 100 words" limits the whole. */
const JOINED = '(?:(?!\\b(?:and|but|in|into|within|plus|while|so|then)\\b)[^.,;])*$';
const EACH_BEFORE = new RegExp(`\\b(?:each|every|per)\\b${JOINED}`, 'i');
const ITEM_BEFORE = new RegExp(
  `\\b(?:(?<!\\b(?:an?|one|single|short) )(?:sentence|paragraph)s?|lines?|bullets?|points?(?! of)|items?)\\b${JOINED}`,
  'i',
);

/** "paragraphs of at most three sentences"; not "two paragraphs, six sentences". */
const PARAGRAPH_BEFORE = new RegExp(
  `\\bparagraphs?\\s+(?:of|with|under|below|to|at|within|having|that (?:have|has))\\b${JOINED}|\\b(?:no|any|every|each|all|the|your) paragraphs?\\s+(?:(?:may|should|must|can|to|be|is|are|has|have)\\s+)*$`,
  'i',
);

/** "in a separate paragraph". */
const APART = /\ban? (?:separate|own|extra|new|different) /;

/** "keep sentences to twelve words". */
const PART_BOUNDED =
  /^(?:keep|limit|restrict|cap|cut|hold)\w* (?:the |your |all )?(?:sentence|paragraph|bullet|point|item|line)s?\b/;

/** Is the length that of each item, or of one part, rather than of the whole? */
function isOfPart(text: string, { start, end, unit }: Pick<AskedLength, 'start' | 'end' | 'unit'>) {
  const before = text.slice(Math.max(0, start - CLAUSE_REACH), start);
  if (PART_BEFORE.test(before) || PART_AFTER.test(text.slice(end))) return true;
  const own = text.slice(start, end);
  if (APART.test(own) || PART_BOUNDED.test(own)) return true;
  // "each a single sentence" is about the items, "no sentence over ten words" about the sentences.
  if (EACH_BEFORE.test(before) || /each$/i.test(text.slice(start, end))) return true;
  if (unit === 'sentences') return PARAGRAPH_BEFORE.test(before) || /\bthen\s+$/.test(before);
  return (unit === 'words' || unit === 'characters') && ITEM_BEFORE.test(before);
}

/** "one example" asks for an example, not for a list of one. */
const isNoCount = (unit: string, counts: readonly [number, number] | number, loose: boolean) =>
  (unit === '' && loose) || (/^(?:$|step|tip|idea|point)/i.test(unit) && counts === 1);

function countsOf(low: string | undefined, count: string): readonly [number, number] | number {
  const last = numberOf(count);
  if (low === undefined) return looseRangeOf(count) ?? last;
  // "one to two thousand" begins at a thousand.
  const multiple = /(?:thousand|k)$/.test(count) ? 1000 : count.endsWith('hundred') ? 100 : 1;
  const named = numberOf(low);
  const first = named * multiple < last ? named * multiple : named;
  return [Math.min(first, last), Math.max(first, last)];
}

const inWords = (pages: readonly [number, number] | number) =>
  typeof pages === 'number'
    ? pages * WORDS_A_PAGE
    : ([pages[0] * WORDS_A_PAGE, pages[1] * WORDS_A_PAGE] as const);

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

function readLength(text: string, match: RegExpExecArray): AskedLength[] {
  const { count = '', more = '', unit: unitText = '' } = match.groups ?? {};
  const { bounds, low, start } = boundsBefore(text, match.index);
  const unit = unitOf(unitText);
  const core = match.index + match[0].length;
  // "4 questions max": what is only counted is yet to come.
  const counted = unitText === '' ? (/^\w*/.exec(text.slice(core))?.[0].length ?? 0) : 0;
  const after = AFTER_LENGTH.exec(text.slice(core + counted));
  const place = { start, end: core + (after === null ? 0 : counted + after[0].length), unit };
  const named = countsOf(low === '' ? undefined : low, count);
  const counts = unitText.startsWith('page') ? inWords(named) : named;
  const before = text.slice(Math.max(0, start - CLAUSE_REACH), start);
  // "the two options" are known.
  const uncounted =
    looseRangeOf(count) !== undefined || /\b(?:the|these|those|both) $/.test(before);
  if (isOfPart(text, place) || isNoCount(unitText, counts, uncounted)) return [];
  // "I don't mind more than 100 words" allows it and asks for nothing.
  if (isAskedFor(before)) return [];
  const negation = findLengthNegation(before);
  const side = sideOf(bounds, after?.groups?.after ?? '', more);
  // "three to five, no more" names both ends.
  const ends = low !== '' && side === 'at most' && bounds === '';
  const denied = negation !== null || isDisliked(text, place.end);
  const range = rangeOf(counts, {
    side: ends ? undefined : side,
    negated: denied && !isBothEnds(low, bounds),
    slack: slackOf(unitText),
  });
  const from = negation === null ? start : start - (before.length - negation);
  const whole = range === undefined ? [] : [{ ...place, start: from, ...range }];
  return [...whole, ...otherEnd(text, place)];
}

function otherEnd(text: string, { end, unit }: Pick<AskedLength, 'end' | 'unit'>): AskedLength[] {
  const match = OTHER_END.exec(text.slice(end));
  if (match === null) return [];
  const { not, bounds = '', count, number = '', after = '' } = match.groups ?? {};
  const side = sideOf(bounds, after, '');
  const range = rangeOf(countsOf(undefined, count ?? number), {
    side,
    negated: not !== undefined,
    slack: slackOf(unit),
  });
  return range === undefined ? [] : [{ start: end, end: end + match[0].length, unit, ...range }];
}

/** "no fewer than 40 and no more than 60" names both ends, whatever is denied. */
const isBothEnds = (low: string, bounds: string): boolean => low !== '' && bounds === '';

function readUnitFirst(match: RegExpExecArray): AskedLength {
  const { unit: unitText = '', kind = '', bounds = '', count = '', more = '' } = match.groups ?? {};
  const unit = unitOf(unitText);
  const own = /^(?:count|length)$/i.test(kind)
    ? undefined
    : /^min/i.test(kind)
      ? 'at least'
      : 'at most';
  const side = sideOf(bounds, '', more) ?? own;
  const negated = match.groups?.not !== undefined;
  const range = rangeOf(countsOf(undefined, count), {
    side,
    negated,
    slack: slackOf(unitText),
  });
  const place = { start: match.index, end: match.index + match[0].length, unit };
  return { ...place, least: 0, most: Infinity, ...range };
}

/** Without a word that can be counted there is no length: most preferences are read without the long patterns. */
const COUNTED = new RegExp(`\\b(?:${sourceOf('unit')}|list\\b)`, 'i');

/** Lengths named in figures or number words: "under 50 words", "in two sentences", "3 to 5 bullet points". */
export function findAskedLengths(text: string): AskedLength[] {
  const lower = lowerAscii(text);
  if (!COUNTED.test(lower)) return [];
  const unitFirst = [
    ...(UNIT_AHEAD.test(lower) ? lower.matchAll(UNIT_FIRST) : []),
    ...lower.matchAll(UNIT_THEN_BOUND),
    ...lower.matchAll(NOT_ONE_MORE),
  ].map(readUnitFirst);
  const taken = new CoveredLetters(text, unitFirst);
  const others = [...lower.matchAll(LENGTH)]
    .flatMap((match) => readLength(lower, match))
    .filter((length) => !taken.touches(length));
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
