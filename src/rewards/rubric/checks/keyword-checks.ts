import type { CheckDescription, Measurement, Subject } from '../check.ts';
import type { KeywordsDemand } from '../preference/what-is-asked.ts';
import { segmentWords, stemSentences, type TextReading } from '../text/text-reading.ts';
import { quoted } from '../text/wording.ts';
import { stemContentWords } from '../text/words.ts';

/** A check that looks for given words. */
export interface KeywordsCheck extends CheckDescription {
  readonly id: KeywordsDemand['check'];
  measure(subject: Subject, demand: KeywordsDemand): Measurement;
}

/** Coverage counts for most; the rest is for keeping to the keywords throughout. */
const COVERAGE_SHARE = 0.7;

/** The stems of a keyword; one made of grammar words or signs only is looked for as it stands. */
function stemsOf(keyword: string): string[] {
  return stemContentWords(segmentWords(keyword.toLowerCase()));
}

/** How much of a keyword the stems hold: 1 for all its words, 0.5 for one of two. */
function coverageOf(
  keyword: string,
  said: ReadonlySet<string>,
  { words, lower }: TextReading,
): number {
  const stems = stemsOf(keyword);
  if (stems.length === 0) {
    const wanted = segmentWords(keyword.toLowerCase()).join(' ');
    const found =
      wanted === '' ? lower.includes(keyword) : ` ${words.join(' ')} `.includes(` ${wanted} `);
    return found ? 1 : 0;
  }
  return stems.filter((stem) => said.has(stem)).length / stems.length;
}

/** Share of sentences that take up any of the keywords. */
function sentenceShare(response: TextReading, keywords: readonly string[]): number {
  const wanted = keywords.flatMap(stemsOf);
  const sentences = stemSentences(response);
  const taken = sentences.filter((stems) => wanted.some((stem) => stems.has(stem)));
  return taken.length / Math.max(1, sentences.length);
}

/** Keywords taken up. */
const keywordsCovered: KeywordsCheck = {
  id: 'keywords',
  label: 'Keywords taken up',
  explanation:
    'Share of the given keywords whose word stems (Porter 1980) stand in the response (70 %) and of its sentences that hold one (30 %); synonyms are not seen.',
  defaultWeight: 2,
  englishOnly: false,
  measure({ response }, { keywords }) {
    const said = new Set(response.contentStems);
    const coverage = keywords.map((keyword) => coverageOf(keyword, said, response));
    const covered = coverage.reduce((sum, share) => sum + share, 0) / keywords.length;
    const missing = keywords.filter((_, place) => (coverage[place] ?? 0) < 1);
    const lacks = missing.length > 0 ? `, without ${quoted(missing)}` : '';
    return {
      score: COVERAGE_SHARE * covered + (1 - COVERAGE_SHARE) * sentenceShare(response, keywords),
      measured: `${String(keywords.length - missing.length)} of ${String(keywords.length)} keywords taken up${lacks}`,
    };
  },
};

/** Words to avoid. */
const wordsAvoided: KeywordsCheck = {
  id: 'avoided-words',
  label: 'Words avoided',
  explanation:
    'Share of the words to avoid whose stems (Porter 1980) do not stand in the response; synonyms are not seen.',
  defaultWeight: 2,
  englishOnly: false,
  measure({ response }, { keywords }) {
    const said = new Set(response.contentStems);
    const used = keywords.filter((keyword) => coverageOf(keyword, said, response) === 1);
    return {
      score: 1 - used.length / keywords.length,
      measured: used.length === 0 ? 'None of the words to avoid' : `Uses ${quoted(used)}`,
    };
  },
};

/** Both checks by id. */
export const keywordsChecks: Readonly<Record<KeywordsDemand['check'], KeywordsCheck>> = {
  keywords: keywordsCovered,
  'avoided-words': wordsAvoided,
};
