import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** Headings over sections. */
export const headings: TraitCheck = {
  id: 'headings',
  label: 'Headings',
  noun: 'headings',
  explanation:
    'Lines marked with # as in CommonMark, or wholly in bold; whether they fit what follows is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    const count = layout.headings.length;
    return { share: count / (count + 0.5), found: counted(count, 'heading') };
  },
};
