import type { CheckDescription, Measurement } from '../check.ts';
import type { LanguageDemand } from '../preference/demand.ts';
import { shareOfLanguage } from '../text/languages.ts';
import type { TextReading } from '../text/text-reading.ts';
import { percent } from '../text/wording.ts';

/** A check of the language that a response is written in. */
export interface LanguageCheck extends CheckDescription {
  measure(response: TextReading, demand: LanguageDemand): Measurement;
}

/** The language asked for. */
export const languageCheck: LanguageCheck = {
  id: 'language',
  label: 'Language asked for',
  explanation:
    'Whether the response is in the language asked for, by its script or by the common grammar words of ten languages (own list); whether its grammar is right is not seen.',
  defaultWeight: 2,
  englishOnly: false,
  measure(response, { language }) {
    const share = shareOfLanguage(response, language);
    const name = `${language.charAt(0).toUpperCase()}${language.slice(1)}`;
    return { score: share, measured: `Looks like ${name} by ${percent(share)}` };
  },
};
