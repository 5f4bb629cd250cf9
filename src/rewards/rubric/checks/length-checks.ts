import type { CheckDescription, Measurement, Subject } from '../check.ts';
import type { LengthCheckId, LengthDemand, LengthWish } from '../preference/what-is-asked.ts';
import { counted } from '../text/wording.ts';

/** A check that holds a count of the response against a wish for a length. */
export interface LengthCheck extends CheckDescription {
  readonly id: LengthCheckId;
  measure(subject: Subject, demand: LengthDemand): Measurement;
}

/** Half the credit for brevity is left at this many words. */
const HALF_BRIEF = 60;
/** Half the credit for length is earned at this many words. */
const HALF_LONG = 150;

/** 1 within the range; outside it falls with the square of the ratio, so that 20 % off costs about a third. */
function scoreRange(count: number, least: number, most: number): number {
  if (count < least) return (count / least) ** 2;
  return count > most ? (most / count) ** 2 : 1;
}

function scoreWish(count: number, wish: LengthWish): number {
  switch (wish.type) {
    case 'range-named':
      return scoreRange(count, wish.least, wish.most);
    case 'brief-asked':
      return HALF_BRIEF / (HALF_BRIEF + count);
    case 'long-asked':
      return count / (count + HALF_LONG);
  }
}

interface LengthCheckPlan {
  readonly id: LengthCheckId;
  readonly label: string;
  readonly explanation: string;
  readonly one: string;
  readonly count: (subject: Subject) => number;
}

function createLengthCheck({ id, label, explanation, one, count }: LengthCheckPlan): LengthCheck {
  return {
    id,
    label,
    explanation,
    defaultWeight: 1.5,
    englishOnly: false,
    measure(subject, demand) {
      const found = count(subject);
      const wish = demand.sentence.replace(/^Asks/, 'the preference asks').replace(/\.$/, '');
      return { score: scoreWish(found, demand.wish), measured: `${counted(found, one)}; ${wish}` };
    },
  };
}

/** Words against the length asked for. */
const wordLength = createLengthCheck({
  id: 'length',
  label: 'Length in words',
  explanation:
    'Words counted by Unicode segmentation (UAX 29): full credit within a range named in figures; for “brief” half the credit at 60 words, for “detailed” at 150; whether anything needed is missing is not seen.',
  one: 'word',
  count: ({ response }) => response.words.length,
});

/** Characters against the number asked for. */
const characterCount = createLengthCheck({
  id: 'character-count',
  label: 'Length in characters',
  explanation:
    'Characters with spaces, counted as code points (Unicode): full credit within the range asked for; whether anything needed is missing is not seen.',
  one: 'character',
  count: ({ response }) => response.text.trim().match(/./gsu)?.length ?? 0,
});

/** Sentences against the number asked for. */
const sentenceCount = createLengthCheck({
  id: 'sentence-count',
  label: 'Number of sentences',
  explanation:
    'Sentences counted by Unicode segmentation (UAX 29), a list item being one at least; how long they are is not seen.',
  one: 'sentence',
  count: ({ response }) => response.sentences.length,
});

/** Paragraphs against the number asked for. */
const paragraphCount = createLengthCheck({
  id: 'paragraph-count',
  label: 'Number of paragraphs',
  explanation:
    'Runs of ordinary lines between blank lines, lists and headings, as in CommonMark; how long they are is not seen.',
  one: 'paragraph',
  count: ({ response }) => response.layout.paragraphs,
});

const ORDINAL =
  /\b(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/g;

/** Items counted off in running text: none where only one ordinal stands there. */
function countOrdinals(lower: string): number {
  const ordinals = new Set(lower.match(ORDINAL)?.map((word) => word.replace(/ly$/, '')));
  return ordinals.size > 1 ? ordinals.size : 0;
}

/** List items against the number asked for. */
const itemCount = createLengthCheck({
  id: 'item-count',
  label: 'Number of items',
  explanation:
    'Bullets or numbered lines, else items counted off as “first”, “second” and so on (own count); other items in running text are not seen.',
  one: 'list item',
  count: ({ response: { layout, lower } }) =>
    Math.max(layout.bullets.length, layout.numbered.length) || countOrdinals(lower),
});

/** Every length check by its id. */
export const lengthChecks: Readonly<Record<LengthCheckId, LengthCheck>> = {
  length: wordLength,
  'character-count': characterCount,
  'sentence-count': sentenceCount,
  'paragraph-count': paragraphCount,
  'item-count': itemCount,
};
