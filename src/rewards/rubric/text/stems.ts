import { stemmer } from 'stemmer';
import { FUNCTION_WORDS } from './english-words.ts';

/** Words whose stems are remembered: texts to one prompt share most of theirs. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const stem = stemmer(word.replace(/'s$/, ''));
  remembered.set(word, stem);
  return stem;
}

/** Porter stems (1980) of the lower-case words that carry content, in order. */
export function stemContentWords(words: readonly string[]): string[] {
  const stems: string[] = [];
  for (const word of words) {
    if (!FUNCTION_WORDS.has(word)) stems.push(stemOf(word));
  }
  return stems;
}
