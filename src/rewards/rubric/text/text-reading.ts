import { readLayout, type Layout } from './layout.ts';
import { FUNCTION_WORDS, OTHER_FUNCTION_WORDS, stemContentWords } from './words.ts';

/** What the lexical checks can make of a text: they know English only. */
export type TextLanguage = 'english' | 'other-script' | 'other-language';

/** A text taken apart once, for every check to read. */
export interface TextReading {
  /** The text with straight quotes and `\n` line ends. */
  readonly text: string;
  readonly lower: string;
  /** Lower-case words in order, numbers included. */
  readonly words: readonly string[];
  readonly sentences: readonly string[];
  /** Stems of the content words in order (Porter 1980). */
  readonly contentStems: readonly string[];
  readonly layout: Layout;
  readonly language: TextLanguage;
}

/** Words of scripts that put spaces between them, as the segmenter finds them but in a fraction of its time. */
const SPACED_WORD = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:['.][\p{L}]+|[.,]\p{N}+)*/gu;
/** Scripts written without spaces: only the segmenter knows their words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Enough of a text to tell its script. */
const SCRIPT_SAMPLE = 1000;

const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });
const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Takes a text apart; works for any string, lone surrogates included. */
export function readText(raw: string): TextReading {
  const text = straighten(raw);
  const lower = text.toLowerCase();
  const words = segmentWords(lower);
  const layout = readLayout(text);
  return {
    text,
    lower,
    words,
    sentences: layout.blocks.flatMap(segmentSentences),
    contentStems: stemContentWords(words),
    layout,
    language: guessLanguage(lower, words),
  };
}

function straighten(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"');
}

/** The words of an already lower-case text, by Unicode segmentation. */
export function segmentWords(lower: string): string[] {
  if (!UNSPACED.test(lower)) return lower.match(SPACED_WORD) ?? [];
  const words: string[] = [];
  for (const segment of wordSegmenter.segment(lower)) {
    if (segment.isWordLike === true) words.push(segment.segment);
  }
  return words;
}

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|dr|mr|mrs|ms|prof|st|no|fig|approx)\.\s*$/i;

/** The platform's segmentation splits after "e.g."; such pieces are joined again. */
function segmentSentences(block: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of sentenceSegmenter.segment(block)) {
    open += segment;
    if (ABBREVIATION.test(open)) continue;
    if (/[\p{L}\p{N}]/u.test(open)) sentences.push(open.trim());
    open = '';
  }
  if (/[\p{L}\p{N}]/u.test(open)) sentences.push(open.trim());
  return sentences;
}

const sentenceStems = new WeakMap<TextReading, readonly ReadonlySet<string>[]>();

/** Content stems of each sentence, taken once for each text. */
export function stemSentences(reading: TextReading): readonly ReadonlySet<string>[] {
  const known = sentenceStems.get(reading);
  if (known) return known;
  const stems = reading.sentences.map(
    (sentence) => new Set(stemContentWords(segmentWords(sentence.toLowerCase()))),
  );
  sentenceStems.set(reading, stems);
  return stems;
}

/** Below this many words a lack of grammar words says nothing. */
const FEWEST_WORDS_TO_JUDGE = 6;

function guessLanguage(lower: string, words: readonly string[]): TextLanguage {
  const sample = lower.slice(0, SCRIPT_SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return 'other-script';
  if (words.length < FEWEST_WORDS_TO_JUDGE) return 'english';
  const english = words.filter((word) => FUNCTION_WORDS.has(word)).length;
  const other = words.filter((word) => OTHER_FUNCTION_WORDS.has(word)).length;
  return other > english && other >= words.length * 0.12 ? 'other-language' : 'english';
}
