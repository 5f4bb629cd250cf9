import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { countCues, cueShare } from './cue-check.ts';

/** A capital in mid-sentence: a name. */
const NAME = /(?<=[\p{Ll},;)] )(?!I\b|I')\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*/gu;
const FIGURE = /(?<![\p{L}\p{N}])\d[\d.,:/]*/gu;
const VAGUE =
  /\b(?:things?|stuff|some|several|various|many|certain|somehow|something|a lot|lots|a number of|a few|often|usually|sometimes|generally|etc)\b/gi;
const VAGUE_COST = 0.25;

/** Names and figures against vague words. */
export const specifics: TraitCheck = {
  id: 'specifics',
  label: 'Names and figures',
  noun: 'specifics',
  explanation:
    'Names (capitals in mid-sentence) and figures, less for vague words such as “things” and “various” (own count); whether they are true is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const names = countCues(response.text, [NAME]);
    const figures = countCues(response.text, [FIGURE]);
    const vague = response.text.match(VAGUE)?.length ?? 0;
    const signs = Math.max(0, names.weight + figures.weight - VAGUE_COST * vague);
    return {
      share: cueShare(signs, response.words.length, 2),
      found: `${counted(names.total, 'name')}, ${counted(figures.total, 'figure')}, ${counted(vague, 'vague word')}`,
    };
  },
};
