import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** Bold type on important words. */
export const emphasis: TraitCheck = {
  id: 'emphasis',
  label: 'Bold words',
  noun: 'words in bold',
  explanation:
    'Words between double asterisks, bold in CommonMark; whether they are the important ones is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response: { layout } }) {
    return {
      share: layout.boldSpans / (layout.boldSpans + 1),
      found: `${counted(layout.boldSpans, 'passage')} in bold`,
    };
  },
};
