import { readCueSources } from '../rubric/cue-table.ts';
import type { TextReading } from '../rubric/text/text-reading.ts';
import table from './cues/says-nothing.txt?raw';

const sourceOf = readCueSources(table);
const NO_ANSWER = new RegExp(`^(?:${sourceOf('no answer')})$`, 'u');
const BEFORE_ANSWER = new RegExp(`^(?:${sourceOf('before an answer')})$`, 'u');
/** A longer text says something, if only why it doesn't answer. */
const MOST_WORDS = 60;

/**
 * Does a response say nothing: is each of its sentences one of those that answer whatever was asked? Sentences that greet or
 * regret before an answer are none of that answer, and an answer of one word is one.
 */
export function saysNothing({ text, words, sentences }: TextReading): boolean {
  if (words.length > MOST_WORDS) return false;
  if (sentences.length === 0) return /^[\s\p{P}]*$/u.test(text);
  const clauses = sentences.flatMap(clausesOf).filter((clause) => !BEFORE_ANSWER.test(clause));
  return clauses.length > 0 && clauses.every((clause) => NO_ANSWER.test(clause));
}

/** From the first to the last character that is neither white space nor a punctuation mark. */
const BETWEEN_MARKS = /[^\s\p{P}](?:.*[^\s\p{P}])?/su;

/** What a sentence says, in lower case; a greeting or regret before a comma or an exclamation mark stands by itself. */
function clausesOf(sentence: string): readonly string[] {
  const plain = (part: string): string =>
    (BETWEEN_MARKS.exec(part.toLowerCase())?.[0] ?? '').replace(/\s+/g, ' ');
  const whole = plain(sentence);
  if (NO_ANSWER.test(whole)) return [whole];
  return sentence
    .split(/[,;!—–]\s+|\s-\s+/)
    .map(plain)
    .filter((part) => part !== '');
}
