import type { CheckDescription, Measurement } from '../check.ts';
import type { LanguageDemand } from '../preference/what-is-asked.ts';
import { seeLanguage } from '../text/languages.ts';
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
    'Whether the response is in the language asked for, by its script or by the common grammar words of ten languages (own list); languages that share a script or most of those words are told apart by the letters or words that only one has, where there are any; whether its grammar is right is not seen.',
  defaultWeight: 2,
  englishOnly: false,
  measure(response, { language }) {
    const { share, rather } = seeLanguage(response, language);
    const name = `${language.charAt(0).toUpperCase()}${language.slice(1)}`;
    const measured =
      rather === undefined
        ? `Looks like ${name} by ${percent(share)}`
        : `Looks like ${rather} by ${percent(share)}; whether it is ${name} can’t be told`;
    return { score: share, measured };
  },
};
