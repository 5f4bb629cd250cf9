import type { LengthCheckId, LengthUnit } from './demand.ts';

/** A length named in figures, and where it stands. */
export interface NamedLength {
  readonly start: number;
  readonly end: number;
  readonly unit: LengthUnit;
  readonly least: number;
  readonly most: number;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
  'three hundred': 300,
  'five hundred': 500,
  'a thousand': 1000,
};
const NUMBER = `\\d{1,5}|${Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;
const UNIT =
  'words?|sentences?|paragraphs?|bullets?(?: points?)?|bullet points?|points?|items?|steps?|tips?|ideas?';
const ADJECTIVES =
  '(?:(?:short|brief|long|complete|full|single|concise|clear|main|key|concrete|simple|different|real|specific|practical|plain|easy|crisp|small|little|tight|punchy|funny|friendly|formal|vivid|neat|well-chosen|separate|numbered)(?:,|,? and)?\\s+)*';
const LENGTH = new RegExp(
  `(?<![\\w.])(?:(?<bound>no more than|not more than|at most|up to|under|below|fewer than|less than|max(?:imum)?(?: of)?|within|no longer than|not exceed(?:ing)?|limit(?:ed)?(?: it| the answer| yourself)? to|at least|no fewer than|no less than|more than|over|minimum(?: of)?|min|above|about|around|roughly|approximately|circa|some|exactly|between|in|(?<few>a few|few|several|some))\\s+)?(?:(?<low>${NUMBER})\\s*(?:-|–|to|or|and)\\s*)?(?:(?<count>${NUMBER})(?:\\s+of)?[\\s-]+)?${ADJECTIVES}(?<unit>${UNIT})(?![\\w])(?:\\s+(?:long|in length|each))?`,
  'giu',
);

const numberOf = (text: string): number => NUMBER_WORDS[text.toLowerCase()] ?? Number(text);

function unitOf(text: string): LengthUnit {
  if (/^word/i.test(text)) return 'words';
  if (/^sentence/i.test(text)) return 'sentences';
  return /^paragraph/i.test(text) ? 'paragraphs' : 'items';
}

/** A sentence more or less matters, a word doesn't. */
const slack = (unit: LengthUnit): number => (unit === 'words' ? 0.1 : 0);

function rangeOf(bound: string, low: number | undefined, count: number, unit: LengthUnit) {
  if (low !== undefined) return { least: Math.min(low, count), most: Math.max(low, count) };
  if (/^(?:at least|no fewer|no less|minimum|min|more than|over|above)/.test(bound)) {
    return { least: count, most: Infinity };
  }
  if (/^(?:about|around|roughly|approximately|circa|some)/.test(bound)) {
    return { least: Math.round(count * 0.85), most: Math.round(count * 1.15) };
  }
  if (/^(?:exactly|between|in$)/.test(bound) || bound === '') {
    return {
      least: Math.round(count * (1 - slack(unit))),
      most: Math.round(count * (1 + slack(unit))),
    };
  }
  return { least: 0, most: count };
}

/** Lengths named in figures or number words: "under 50 words", "in two sentences", "3 to 5 bullet points". */
export function findNamedLengths(text: string): NamedLength[] {
  return [...text.matchAll(LENGTH)].flatMap((match) => {
    const { bound = '', few, low, count, unit: unitText = '' } = match.groups ?? {};
    const unit = unitOf(unitText);
    const place = { start: match.index, end: match.index + match[0].length, unit };
    if (few !== undefined && count === undefined) return [{ ...place, least: 2, most: 4 }];
    // "each a single sentence" is about the items, not about the whole.
    const ofEach = /\beach\b[^.,;]*$/i.test(text.slice(0, match.index)) || /each$/i.test(match[0]);
    if (count === undefined || ofEach) return [];
    const range = rangeOf(
      bound.toLowerCase(),
      low === undefined ? undefined : numberOf(low),
      numberOf(count),
      unit,
    );
    return [{ ...place, ...range }];
  });
}

/** The check that measures a unit. */
export const LENGTH_CHECK: Readonly<Record<LengthUnit, LengthCheckId>> = {
  words: 'length',
  sentences: 'sentence-count',
  paragraphs: 'paragraph-count',
  items: 'item-count',
};
