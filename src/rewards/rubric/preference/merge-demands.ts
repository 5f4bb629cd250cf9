import type { Demand, KeywordsDemand, LengthDemand, TraitDemand } from './what-is-asked.ts';

/** Where both a brief and a long answer are asked for, the middle is taken. */
const BETWEEN_BRIEF_AND_LONG = { least: 60, most: 150 };

/** What the words that caused a demand begin with where a negation turned them round. */
export const REFUSED = 'not: ';
const isRefused = ({ because }: TraitDemand): boolean =>
  because.every((words) => words.startsWith(REFUSED));

/** Leaves one demand for each check: what is asked beats what is suggested, the later the earlier. */
export function mergeDemands(demands: readonly Demand[]): Demand[] {
  const merged = new Map<string, Demand>();
  for (const demand of demands) {
    const earlier = merged.get(demand.check);
    // "Not too formal, not too casual" asks for neither.
    if (earlier !== undefined && isUndone(earlier, demand)) merged.delete(demand.check);
    else merged.set(demand.check, earlier === undefined ? demand : mergeTwo(earlier, demand));
  }
  return [...merged.values()];
}

const isUndone = (earlier: Demand, later: Demand): boolean =>
  earlier.kind === 'trait' &&
  later.kind === 'trait' &&
  earlier.wanted !== later.wanted &&
  earlier.strength === later.strength &&
  isRefused(earlier) &&
  isRefused(later);

function mergeTwo(earlier: Demand, later: Demand): Demand {
  if (earlier.kind === 'trait' && later.kind === 'trait') return mergeTraits(earlier, later);
  if (earlier.kind === 'keywords' && later.kind === 'keywords')
    return mergeKeywords(earlier, later);
  if (earlier.kind === 'length' && later.kind === 'length') return mergeLengths(earlier, later);
  return later;
}

const bothCauses = (a: Demand, b: Demand): readonly string[] => [
  ...new Set([...a.because, ...b.because]),
];

/**
 * What is asked for stands against what is only refused, and against what something else does without: "simple, but not
 * childish", "understandable, with the technical terms".
 */
function isStronger(later: TraitDemand, earlier: TraitDemand): boolean {
  if (later.strength !== earlier.strength) return later.strength > earlier.strength;
  if (isRefused(later) !== isRefused(earlier)) return isRefused(earlier);
  return later.wanted || !earlier.wanted;
}

function mergeTraits(earlier: TraitDemand, later: TraitDemand): TraitDemand {
  const stronger = isStronger(later, earlier) ? later : earlier;
  if (earlier.wanted !== later.wanted) return stronger;
  const only = earlier.only === true || later.only === true;
  return { ...stronger, ...(only ? { only } : {}), because: bothCauses(earlier, later) };
}

function mergeKeywords(earlier: KeywordsDemand, later: KeywordsDemand): KeywordsDemand {
  return {
    ...later,
    keywords: [...new Set([...earlier.keywords, ...later.keywords])],
    because: bothCauses(earlier, later),
    sentence: `${earlier.sentence.slice(0, -1)}; ${later.sentence.charAt(0).toLowerCase()}${later.sentence.slice(1)}`,
  };
}

function mergeLengths(earlier: LengthDemand, later: LengthDemand): LengthDemand {
  const because = bothCauses(earlier, later);
  if (earlier.wish.type === 'range-named' && later.wish.type === 'range-named') {
    const least = Math.max(earlier.wish.least, later.wish.least);
    const most = Math.min(earlier.wish.most, later.wish.most);
    return least <= most
      ? {
          ...later,
          because,
          wish: { ...later.wish, least, most },
          sentence: `${earlier.sentence} ${later.sentence}`,
        }
      : later;
  }
  // A figure says more than "brief" or "long".
  if (earlier.wish.type === 'range-named') return { ...earlier, because };
  if (later.wish.type === 'range-named') return { ...later, because };
  if (earlier.wish.type === later.wish.type) {
    return { ...(later.strength < earlier.strength ? earlier : later), because };
  }
  return {
    ...later,
    because,
    wish: { type: 'range-named', unit: 'words', ...BETWEEN_BRIEF_AND_LONG },
    sentence: `Asks for both brevity and detail: taken as ${String(BETWEEN_BRIEF_AND_LONG.least)} to ${String(BETWEEN_BRIEF_AND_LONG.most)} words.`,
  };
}
