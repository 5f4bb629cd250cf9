import {
  avalanche,
  bandOverPrompts,
  bestOfK,
  bradleyTerry,
  drawnVariances,
  expectedWinners,
  kendallTau,
  overOptimisation,
  spearman,
  type PairwiseOutcome,
} from '../../src/core/index.ts';

/** A statistic of as many items as is wished. */
export interface GrowingStatistic {
  readonly name: string;
  /** What there are so many of. */
  readonly items: string;
  /** It is measured no further. */
  readonly most: number;
  /** Makes what it reads, and gives what is to be timed. */
  readonly prepare: (size: number) => () => unknown;
}

const uniform = (draw: number): number => avalanche(draw) / 2 ** 32;

/** Scores that hang together, a tenth of the first ones tied. */
function scores(size: number): readonly [first: readonly number[], second: readonly number[]] {
  const first = Array.from({ length: size }, (_, item) =>
    item % 10 === 0 ? Math.round(10 * uniform(item)) / 10 : uniform(item),
  );
  return [first, first.map((score, item) => score - score ** 3 + uniform(size + item))];
}

/** Of what is read from two lists of scores. */
function ofScores(
  compute: (first: readonly number[], second: readonly number[]) => unknown,
): GrowingStatistic['prepare'] {
  return (size) => {
    const [first, second] = scores(size);
    return () => compute(first, second);
  };
}

/** Each item meets eight others, far and near. */
function comparisons(size: number): readonly PairwiseOutcome[] {
  return [1, 0.11, 0.23, 0.37].flatMap((share, round) =>
    Array.from({ length: size }, (_, first): PairwiseOutcome => {
      const second = (first + (share === 1 ? 1 : Math.floor(share * size))) % size;
      const difference = 3 * (uniform(first) - uniform(second));
      const won = uniform((round + 1) * size + first) < 1 / (1 + Math.exp(-difference));
      return { first, second, outcome: won ? 'first' : 'second' };
    }),
  );
}

const ALL = 100_000;

export const GROWING_STATISTICS: readonly GrowingStatistic[] = [
  {
    name: 'best of k, every k, and where it turns',
    items: 'responses',
    most: ALL,
    prepare: ofScores((selecting, evaluating) => overOptimisation(bestOfK(selecting, evaluating))),
  },
  {
    name: 'Spearman’s ρ',
    items: 'items',
    most: ALL,
    prepare: ofScores(spearman),
  },
  {
    name: 'Kendall’s τ-b',
    items: 'items',
    most: ALL,
    prepare: ofScores(kendallTau),
  },
  {
    name: 'Bradley–Terry, strengths alone',
    items: 'items, 8 met each',
    most: ALL,
    prepare: (size) => {
      const met = comparisons(size);
      return () => bradleyTerry(met, size, () => new Float64Array(size));
    },
  },
  {
    name: 'Bradley–Terry, intervals drawn',
    items: 'items, 8 met each',
    most: ALL,
    prepare: (size) => {
      const met = comparisons(size);
      return () => bradleyTerry(met, size, drawnVariances);
    },
  },
  {
    name: 'Bradley–Terry, intervals solved for',
    items: 'items, 8 met each',
    most: 1000,
    prepare: (size) => {
      const met = comparisons(size);
      return () => bradleyTerry(met, size);
    },
  },
  {
    name: 'band over prompts',
    items: 'points of 50 prompts',
    most: 10_000,
    prepare: (size) => {
      const curves = Array.from({ length: 50 }, (_, prompt) =>
        scores(size + prompt)[0].slice(prompt),
      );
      return () => bandOverPrompts({ curves, seed: 1 });
    },
  },
  {
    name: 'expected winner of every split',
    items: 'drafts, 32 refinements each',
    most: ALL,
    prepare: (size) => {
      const [, drafts] = scores(size);
      const refinements = drafts.map((own, draft) =>
        Array.from({ length: 32 }, (_, place) => own + uniform(32 * draft + place) - 0.7),
      );
      return () => expectedWinners({ drafts, refinements }, size);
    },
  },
];
