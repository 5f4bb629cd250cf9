import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** A Markdown table. */
export const table: TraitCheck = {
  id: 'table',
  label: 'Table',
  noun: 'a table',
  explanation: 'Lines set between upright bars; a head, its rule and one row make a table.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    return {
      share: Math.min(1, layout.tableRows / 3),
      found: counted(layout.tableRows, 'table row'),
    };
  },
};
