import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

/** A question at the end is the clearest invitation. */
const ENDING_BONUS = 1;

/** Questions put to the reader. */
export const questions: TraitCheck = {
  id: 'questions',
  label: 'Questions asked',
  noun: 'questions to the reader',
  explanation:
    'Question marks, more for one that ends the response (own count); whether a question is meant for the reader is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const count = response.text.match(/[?？؟]/g)?.length ?? 0;
    const ending = /[?？؟]["')\]*]*\s*$/.test(response.text) ? ENDING_BONUS : 0;
    return {
      share: (count + ending) / (count + ending + 1),
      found: `${counted(count, 'question')}${ending ? ', one of them at the end' : ''}`,
    };
  },
};
