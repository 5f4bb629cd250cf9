import type { TraitCheck } from '../check.ts';
import { segmentWords } from '../text/text-reading.ts';
import { counted, withinUnit } from '../text/wording.ts';

/** Words of a line of verse at most. */
const LONGEST_LINE = 14;
const ENDING = /[aeiouy]+[^aeiouy]*(?:e|es|ed)?$/;

/** The sounding end of a word as it is spelt: "night" and "light" share "ight". */
const endingOf = (line: string): string => {
  const last = segmentWords(line.toLowerCase()).at(-1) ?? '';
  return (ENDING.exec(last)?.[0] ?? last).slice(-4);
};

/** Lines whose end is spelt like that of one of the two lines before. */
function countRhymes(lines: readonly string[]): number {
  const endings = lines.map(endingOf);
  return endings.filter(
    (ending, place) =>
      ending.length > 1 && endings.slice(Math.max(0, place - 2), place).includes(ending),
  ).length;
}

/** Verse: short lines that rhyme. */
export const verse: TraitCheck = {
  id: 'verse',
  label: 'Verse',
  noun: 'verse',
  explanation:
    'Short lines that are no list, and line ends spelt alike (own count); rhymes that are spelt differently, and metre, are not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const marked = layout.bullets.length + layout.numbered.length + layout.headings.length;
    const short = layout.lines.filter((line) => segmentWords(line).length <= LONGEST_LINE);
    const lines = marked > 0 ? 0 : short.length;
    const rhymes = lines > 1 ? countRhymes(short) : 0;
    const mostly = lines / Math.max(1, layout.lines.length) > 0.7 && lines >= 3;
    return {
      share: mostly ? withinUnit(0.6 + (0.8 * rhymes) / lines) : 0,
      found: `${counted(mostly ? lines : 0, 'line')} of verse, ${counted(rhymes, 'rhyme')} by spelling`,
    };
  },
};
