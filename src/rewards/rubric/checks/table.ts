import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** A Markdown table. */
export const table: TraitCheck = {
  id: 'table',
  label: 'Table',
  noun: 'a table',
  explanation:
    'Lines set between upright bars, as GitHub’s Markdown has them; a head, its rule and one row make a table; whether the columns make sense is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    return {
      share: Math.min(1, layout.tableRows / 3),
      found: counted(layout.tableRows, 'table row'),
    };
  },
};
