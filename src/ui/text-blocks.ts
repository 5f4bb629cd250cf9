/** Longer texts are laid out in blocks. UTF-16 code units. */
const MOST_IN_BLOCK = 2_000;

/**
 * Cuts a long text into blocks that are laid out one by one: a browser can take minutes for one paragraph of a hundred thousand
 * words in a script that its font lacks, and freezes meanwhile.
 *
 * @returns blocks of at most 2,000 UTF-16 code units, cut after a line break, else after a space, else between characters; joined they
 * are the text
 */
export function textBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  let from = 0;
  while (text.length - from > MOST_IN_BLOCK) {
    const to = from + lengthOfBlock(text.slice(from, from + MOST_IN_BLOCK));
    blocks.push(text.slice(from, to));
    from = to;
  }
  return [...blocks, text.slice(from)];
}

/** @param start as much of the text as fits */
function lengthOfBlock(start: string): number {
  const line = start.lastIndexOf('\n') + 1;
  if (line > 0) return line;
  const space = start.lastIndexOf(' ') + 1;
  if (space > 0) return space;
  return /[\uD800-\uDBFF]$/.test(start) ? start.length - 1 : start.length;
}
