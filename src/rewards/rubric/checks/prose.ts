import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** Plain running text, without lists, headings or tables. */
export const prose: TraitCheck = {
  id: 'prose',
  label: 'Plain prose',
  noun: 'plain prose',
  explanation:
    'Full where no line is a list item, heading or table row in CommonMark’s sense, less with each such line (own count); whether the text flows is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const marked =
      layout.bullets.length + layout.numbered.length + layout.headings.length + layout.tableRows;
    return {
      share: 1 / (1 + marked),
      found: `${counted(marked, 'line')} set as list, heading or table`,
    };
  },
};
