import { isNegated } from './negation.ts';

/** Words or subjects that a response must take up, and where they stand. */
export interface FoundKeywords {
  readonly start: number;
  readonly end: number;
  readonly keywords: readonly string[];
  readonly negated: boolean;
}

const TRIGGER =
  /(?<![\p{L}])(?:mention(?:s|ing)?|(?:includ(?:e|es|ing)|us(?:e|es|ing)|contain(?:s|ing)?) (?:the|these) (?:following )?(?:words?|keywords?|phrases?|terms?)|keywords?(?: are)?|key words?|cover(?:s|ing)?|touch(?:es|ing)? (?:up)?on|focus(?:s?ed|s?es|s?ing)? (?:only |mainly |especially )?on|concentrat(?:e|es|ing) on|emphasi[sz](?:e|es|ing)|talk(?:s|ing)? about|discuss(?:es|ing)?|address(?:es|ing)?|the words?)(?: (?:the|these|this|my)(?: following| two| three)? (?:words?|keywords?|key words|phrases?|terms?|topics?|aspects?))?\s*:?\s+/giu;
const LIST_END =
  /[.;!?\n]|,?\s+(?:but|while|so that|because|in (?:a|an|your|the)|keep(?:ing)?|and (?:be|keep|use|write|make|avoid|give|stay|end|start|do|don't|explain|include))\b|$/u;
const QUOTED = /"([^"\n]{1,60})"/g;
const LEADING = /^(?:and|or|the|a|an|its|their|your|both|how|on|of|about|all|also|any)\s+/iu;
/** Subjects too vague to look for. */
const VAGUE =
  /^(?:(?:most |more |very )?(?:important|main|key|relevant|essential|core|following|given|specific|technical)\s+)*(?:points?|aspects?|informations?|things?|ideas?|details?|topics?|facts?|issues?|questions?|keywords?|words?|parts?|content|subjects?|essentials?|basics|it|them|this|that|everything|what(?:ever)?\b.*|me|reader|why\b.*|users?|needs?|concerns?|problems?|answers?)$/iu;

function splitList(list: string): string[] {
  return list
    .split(/\s*(?:,|;|\band\b|\bor\b|&|\/)\s*/iu)
    .map((item) => {
      let keyword = item.trim().replace(/^["']|["']$/g, '');
      while (LEADING.test(keyword)) keyword = keyword.replace(LEADING, '');
      return keyword;
    })
    .filter((keyword) => /[\p{L}\p{N}]/u.test(keyword) && !VAGUE.test(keyword))
    .filter((keyword) => keyword.split(/\s+/).length <= 5);
}

/**
 * Keywords given in a preference: quoted words, or a list after "mention", "focus on", "keywords:" and the like.
 * @param isCue tells words that another check measures ("focus on examples"): they are no keywords.
 */
export function findKeywords(text: string, isCue: (words: string) => boolean): FoundKeywords[] {
  const found: FoundKeywords[] = [];
  for (const match of text.matchAll(TRIGGER)) {
    const from = match.index + match[0].length;
    if (found.some(({ end }) => match.index < end)) continue;
    const length = LIST_END.exec(text.slice(from))?.index ?? 0;
    const listed = splitList(text.slice(from, from + length));
    const subjects = listed.filter((word) => !isCue(word));
    // "causes, effects and cures" is a list of subjects although reasons are also a trait.
    const keywords = subjects.length > listed.length / 2 ? listed : subjects;
    if (keywords.length === 0) continue;
    const negated = isNegated(text, match.index, from);
    found.push({ start: match.index, end: from + length, keywords, negated });
  }
  for (const match of text.matchAll(QUOTED)) {
    const place = { start: match.index, end: match.index + match[0].length };
    if (found.some(({ start, end }) => place.start < end && place.end > start)) continue;
    const keywords = [(match[1] ?? '').trim()].filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (keywords.length === 0) continue;
    found.push({ ...place, keywords, negated: isNegated(text, place.start, place.end) });
  }
  return found;
}
