import { cutText } from '../cut-text.ts';

const MOST_NAME = 60;

/** A name for a run that nobody has named: its prompt, shortened at a word. */
export function runName(prompt: string): string {
  const words = prompt.trim().replaceAll(/\s+/g, ' ');
  if (words.length <= MOST_NAME) return words;
  return `${cutText(words, MOST_NAME).replace(/\s\S*$/, '')} …`;
}
