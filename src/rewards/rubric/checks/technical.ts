import type { TraitCheck } from '../check.ts';
import { readabilityOf } from '../text/reading-ease.ts';
import type { TextReading } from '../text/text-reading.ts';
import { percent } from '../text/wording.ts';

const ACRONYM = /\b(?!(?:I|OK|US|USA|UK|TV|AM|PM|FAQ|TLDR|DIY)\b)[A-Z][A-Z0-9]{1,6}s?\b/g;
const LEARNED =
  /\b\p{L}*(?:ology|ological|osis|ization|isation|icity|ometry|ometric|ynam\p{L}*|ogen\p{L}*|ylation|alg\p{L}*ithm\p{L}*|synth\p{L}{3,}|electr\p{L}{2,}|photo\p{L}{3,}|neuro\p{L}*|thermo\p{L}*|hydr\p{L}{3,}|micro\p{L}{3,}|pseudo\p{L}*|quant\p{L}{3,}|mitig\p{L}*|vascular|membrane\p{L}*|coefficient\p{L}*|protocol\p{L}*|latency|throughput|wavelength\p{L}*|molecul\p{L}*|particul\p{L}*|enzym\p{L}*|catalys\p{L}*|refract\p{L}*|scatter\p{L}*|gradient\p{L}*|parameter\p{L}*|encrypt\p{L}*|cryptograph\p{L}*|semiconduct\p{L}*|metabol\p{L}*|oxid\p{L}*|kinetic\p{L}*|isotop\p{L}*|amortiz\p{L}*|fiscal|liquidity|equilibri\p{L}*|homeosta\p{L}*|infrastructure|asynchron\p{L}*|deterministic|heuristic\p{L}*|stochastic|viscosity|spectr\p{L}+|frequenc\p{L}+|covalent|ionic|polymer\p{L}*|axon\p{L}*|cortex|cortical|hormon\p{L}*|cytokine\p{L}*|pathogen\p{L}*|antibod\p{L}*|tectonic|lithosphere|chloro\p{L}*)\b/giu;
const UNIT =
  /\b\d+(?:[.,]\d+)?\s?(?:nm|mm|cm|km|kg|mg|ml|hz|khz|mhz|ghz|kb|mb|gb|tb|ms|kw|kwh|kpa|mol|°c|°f|v|w)\b/gi;

/** Technical-looking terms (acronyms, learned endings, units) for each word. */
export function countTechnicalTerms({ text, words }: TextReading): number {
  const terms = [ACRONYM, LEARNED, UNIT].flatMap((pattern) => text.match(pattern) ?? []);
  return terms.length / Math.max(1, words.length);
}

/** Specialist vocabulary. */
export const technical: TraitCheck = {
  id: 'technical',
  label: 'Technical terms',
  noun: 'technical terms',
  explanation:
    'Acronyms, units, words with learned endings such as “-ology” and “-ization” (own list), and words of three or more syllables as in Gunning’s fog index (1952); whether the terms are right is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const terms = countTechnicalTerms(response);
    const { longWordShare } = readabilityOf(response);
    const signs = 12 * terms + 3 * Math.max(0, longWordShare - 0.08);
    return {
      share: signs / (signs + 1),
      found: `${percent(terms)} technical-looking terms, ${percent(longWordShare)} long words`,
    };
  },
};
