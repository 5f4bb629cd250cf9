import type { TraitCheck } from '../check.ts';
import { readabilityOf } from '../text/reading-ease.ts';
import { percent, withinUnit } from '../text/wording.ts';
import { countTechnicalTerms } from './technical.ts';

/** Reading ease below the first earns nothing, above the second everything. */
const HARD = 20;
const EASY = 95;

/** Easy words and sentences. */
export const plainWords: TraitCheck = {
  id: 'plain-words',
  label: 'Plain words',
  noun: 'plain words',
  explanation:
    'Flesch reading ease (1948) from 20 to 95, less for technical-looking terms; whether an explanation is easy to follow is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const { ease, longWordShare } = readabilityOf(response);
    const technical = countTechnicalTerms(response);
    const share = withinUnit((ease - HARD) / (EASY - HARD)) - 0.3 * Math.min(1, technical * 4);
    return {
      share: withinUnit(share),
      found: `Reading ease ${String(Math.round(ease))}, ${percent(longWordShare)} long words, ${percent(technical)} technical-looking`,
    };
  },
};
