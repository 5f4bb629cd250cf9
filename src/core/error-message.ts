import { shortened } from './cut-text.ts';

/** Room for a sentence or two; what a server or an engine says beyond that helps nobody, and is kept with each failure. */
const LONGEST_MESSAGE = 600;

/** What a thrown value says: an error's sentence for people, anything else in words; cut where it is too long to be read. */
export function messageOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const characters = Array.from(message.slice(0, LONGEST_MESSAGE * 2 + 2));
  if (characters.length <= LONGEST_MESSAGE) return characters.join('');
  return shortened(message, characters.slice(0, LONGEST_MESSAGE).join('').length, ' …');
}
