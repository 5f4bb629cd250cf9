import type { NamedScoring } from '../../../../runs/index.ts';

/** The two scorers that are compared. */
export interface PairOfScorings {
  readonly first: NamedScoring;
  readonly second: NamedScoring;
}

/** What a person has chosen; null before they have. */
export interface ChosenPair {
  readonly firstId: string | null;
  readonly secondId: string | null;
}

/**
 * The two scorings to compare: those that were chosen as long as they are there, else the one that the tree is read by
 * and the most telling other. Null where there are no two.
 */
export function pairOfScorings(
  scorings: readonly NamedScoring[],
  chosen: ChosenPair,
  startId: string,
): PairOfScorings | null {
  const named = (id: string | null): NamedScoring | undefined =>
    scorings.find((scoring) => scoring.id === id);
  const chosenSecond = named(chosen.secondId);
  const others = scorings.filter(({ id }) => id !== chosenSecond?.id);
  const first = [named(chosen.firstId), named(startId), ...others].find(
    (scoring) => scoring !== undefined && scoring.id !== chosenSecond?.id,
  );
  if (first === undefined) return null;
  const second = chosenSecond ?? mostTelling(scorings, first);
  return second === null ? null : { first, second };
}

/** The same pair with one side chosen anew; choosing what stands on the other side swaps them. */
export function choose(
  { first, second }: PairOfScorings,
  side: 'first' | 'second',
  id: string,
): ChosenPair {
  const [kept, left] = side === 'first' ? [second, first] : [first, second];
  const other = kept.id === id ? left.id : kept.id;
  return side === 'first' ? { firstId: id, secondId: other } : { firstId: other, secondId: id };
}

/** Another scorer rather than the same one again; one that was asked rather than one that is always there; the latest. */
function mostTelling(scorings: readonly NamedScoring[], first: NamedScoring): NamedScoring | null {
  const others = scorings.filter(({ id }) => id !== first.id);
  const different = others.filter(({ rewardModel }) => rewardModel.id !== first.rewardModel.id);
  return different.findLast(({ atOnce }) => !atOnce) ?? different[0] ?? others[0] ?? null;
}
