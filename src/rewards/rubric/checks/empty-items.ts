import type { PromptCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** Penalty: list items and headings with nothing in them. */
export const emptyItems: PromptCheck = {
  id: 'empty-items',
  label: 'Empty list items',
  explanation:
    'Penalty for the share of list items and headings that have no words in them (own count); an item with empty words is not seen.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure({ response: { layout } }) {
    const items = [...layout.bullets, ...layout.numbered, ...layout.headings];
    const empty = items.filter((item) => !/[\p{L}\p{N}]/u.test(item)).length;
    return {
      score: items.length === 0 ? 0 : 0 - empty / items.length,
      measured: `${String(empty)} of ${counted(items.length, 'list item or heading', 'list items and headings')} empty`,
    };
  },
};
