import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { cueShare } from './cue-check.ts';

/** Exclamation marks. */
export const exclamations: TraitCheck = {
  id: 'exclamations',
  label: 'Exclamation marks',
  noun: 'exclamation marks',
  explanation:
    'Exclamation marks, against length (own count); a loud tone without them is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const count = response.text.match(/[!！]/g)?.length ?? 0;
    return {
      share: cueShare(count, response.words.length),
      found: counted(count, 'exclamation mark'),
    };
  },
};
