import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';

const SPEAKER = /^[\s>*_-]*(?:[A-Z][\p{L}.']{0,15}(?: [A-Z][\p{L}.']{0,15})?)[*_]*:[*_]*\s+\S/gmu;
const SPEECH = /"[^"\n]{3,}[.,!?…-]"|^\s*[—–]\s+\S/gm;
/** A line with its speaker's name is plain to see; speech in quotes stands in stories too. */
const QUOTED_SPEECH = 0.4;

/** A conversation. */
export const dialogue: TraitCheck = {
  id: 'dialogue',
  label: 'Dialogue',
  noun: 'a dialogue',
  explanation:
    'Lines that begin with a speaker, “Q:” or “A:”, and speech in quotes (own count); whether the speakers answer each other is not seen.',
  defaultWeight: 1,
  englishOnly: false,
  presence({ response }) {
    const lines = response.text.match(SPEAKER)?.length ?? 0;
    const speech = response.text.match(SPEECH)?.length ?? 0;
    const turns = (lines > 1 ? lines : 0) + QUOTED_SPEECH * speech;
    return {
      share: turns / (turns + 1),
      found: `${counted(lines, 'line')} with a speaker, ${counted(speech, 'quoted speech', 'quoted speeches')}`,
    };
  },
};
