import { flesch } from 'flesch';
import { syllable } from 'syllable';
import type { TextReading } from './text-reading.ts';

/** How hard the words and sentences of a text are. */
export interface Readability {
  /** Flesch reading ease (1948): about 0 (hard) to 100 (easy), held within -50 and 121. */
  readonly ease: number;
  /** Share of words with three or more syllables. */
  readonly longWordShare: number;
  readonly wordsPerSentence: number;
}

const measured = new WeakMap<TextReading, Readability>();

/** Readability of an English text; an empty text reads as easy. Measured once for each text. */
export function readabilityOf(reading: TextReading): Readability {
  const known = measured.get(reading);
  if (known) return known;
  const readability = measure(reading);
  measured.set(reading, readability);
  return readability;
}

/** Words whose syllables are remembered: texts to one prompt share most of theirs. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, number>();

function syllablesOf(word: string): number {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const count = Math.max(1, syllable(word));
  remembered.set(word, count);
  return count;
}

function measure({ words, sentences }: TextReading): Readability {
  let syllables = 0;
  let longWords = 0;
  for (const word of words) {
    const count = syllablesOf(word);
    syllables += count;
    if (count >= 3) longWords += 1;
  }
  const sentenceCount = Math.max(1, sentences.length);
  if (words.length === 0) return { ease: 100, longWordShare: 0, wordsPerSentence: 0 };
  const ease = flesch({ word: words.length, sentence: sentenceCount, syllable: syllables });
  return {
    ease: Math.min(121, Math.max(-50, ease)),
    longWordShare: longWords / words.length,
    wordsPerSentence: words.length / sentenceCount,
  };
}
