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
  dozen: 12,
  'a dozen': 12,
  hundred: 100,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
  'three hundred': 300,
  'five hundred': 500,
  'a thousand': 1000,
};
const NUMBER = `\\d{1,5}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|${Object.keys(
  NUMBER_WORDS,
)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;
const UNIT =
  'words?|sentences?|lines?|paragraphs?|characters?|chars?|letters|keystrokes?|bullets?(?: points?)?|bullet points?|points?(?! of)|items?|steps?|tips?|ideas?|entries|rows|(?=examples?\\b|reasons?\\b|options?\\b|ways\\b|suggestions?\\b|facts\\b|questions?\\b|things to\\b|arguments?\\b)';
const ADJECTIVES =
  '(?:(?:short|brief|long|complete|full|single|concise|clear|main|key|concrete|simple|different|real|specific|practical|plain|easy|crisp|small|little|tight|punchy|funny|friendly|formal|vivid|neat|well-chosen|separate|numbered)(?:,|,? and)?\\s+)*';
const LENGTH = new RegExp(
  `(?<![\\w.])(?:(?<bound>fit(?:s|ting)? (?:with)?in(?:to|side)?|kept? (?:it |this |the answer |that )?(?:to|under|below|within)|stay(?:s|ing)? (?:under|below|within)|no more than|not more than|at most|up to|under|below|fewer than|less than|max(?:imum)?(?: of)?|within|no longer than|not exceed(?:ing)?|limit(?:ed)?(?: it| the answer| yourself)? to|at least|no fewer than|no less than|more than|over|minimum(?: of)?|min|above|about|around|roughly|approximately|circa|some|exactly|between|in|(?<few>a few|few|several|some))\\s+)?(?:(?<low>${NUMBER})\\s*(?:-(?=\\d)|–|to|or|and)\\s*)?(?:(?<count>${NUMBER})(?:\\s+of)?[\\s-]+)?${ADJECTIVES}(?<unit>${UNIT})(?:(?<=\\s)|(?![\\w]))(?:\\s+(?:long|in length|each))?(?<after>,?\\s+(?:or (?:less|fewer|under|shorter|so|more)|(?:as a )?max(?:imum)?|tops|at (?:the )?most|at least|(?:as a )?minimum|and (?:not|no) (?:a word )?more))?`,
  'giu',
);

/** "25", "twenty-five", "a hundred". */
function numberOf(text: string): number {
  const lower = text.toLowerCase();
  const [tens = '', ones = ''] = lower.split(/[- ]/);
  const sum = (NUMBER_WORDS[tens] ?? NaN) + (NUMBER_WORDS[ones] ?? NaN);
  return NUMBER_WORDS[lower] ?? (Number.isNaN(sum) ? Number(text) : sum);
}

function unitOf(text: string): LengthUnit {
  if (/^word/i.test(text)) return 'words';
  if (/^(?:sentence|line)/i.test(text)) return 'sentences';
  if (/^(?:char|letter|keystroke)/i.test(text)) return 'characters';
  return /^paragraph/i.test(text) ? 'paragraphs' : 'items';
}

/** A sentence more or less matters, a word doesn't. */
const slack = (unit: LengthUnit): number => (unit === 'words' || unit === 'characters' ? 0.1 : 0);

function rangeOf(bound: string, low: number | undefined, count: number, unit: LengthUnit) {
  if (low !== undefined) return { least: Math.min(low, count), most: Math.max(low, count) };
  if (
    /^(?:at least|no fewer|no less|minimum|min|more than|over|above|or more|as a min)/.test(bound)
  ) {
    return { least: count, most: Infinity };
  }
  if (/^(?:about|around|roughly|approximately|circa|some|or so)/.test(bound)) {
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

/** Lengths named in figures or number words: "under 50 words", "in two sentences", "3 to 5 bullet points". */
export function findNamedLengths(text: string): NamedLength[] {
  return [...text.matchAll(LENGTH)].flatMap((match) => {
    const { bound = '', few, low, count, unit: unitText = '', after = '' } = match.groups ?? {};
    const unit = unitOf(unitText);
    const place = { start: match.index, end: match.index + match[0].length, unit };
    if (isOfPart(text, place)) return [];
    if (few !== undefined && count === undefined) {
      // "a few examples" is a wish for examples, not for a count.
      return unitText === '' ? [] : [{ ...place, least: 2, most: 4 }];
    }
    if (count === undefined || match[0].trim() === '') return [];
    const said = after.replace(/^[,\s]+/, '') || bound;
    const lowest = low === undefined ? undefined : numberOf(low);
    return [{ ...place, ...rangeOf(said.toLowerCase(), lowest, numberOf(count), unit) }];
  });
}

/** The check that measures a unit. */
export const LENGTH_CHECK: Readonly<Record<LengthUnit, LengthCheckId>> = {
  words: 'length',
  characters: 'character-count',
  sentences: 'sentence-count',
  paragraphs: 'paragraph-count',
  items: 'item-count',
};
