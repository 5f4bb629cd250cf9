const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Longer than what people write as one letter: an emoji of a family has 11 units. */
const LONGEST_LETTER = 64;

/**
 * The beginning of a text, of at most so many UTF-16 units and cut between two letters as a reader takes them (graphemes): an
 * accent, a flag or an emoji's parts stay together or are left out together.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const near = text.slice(0, most + LONGEST_LETTER);
  const start = segmenter.segment(near).containing(most)?.index ?? most;
  // Marks piled on one letter without end are cut all the same, but never within a character.
  return start > 0 ? text.slice(0, start) : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** The same with an ellipsis where something is left out. */
export function shortened(text: string, most: number, ending = '…'): string {
  return text.length <= most ? text : cutText(text, most) + ending;
}
