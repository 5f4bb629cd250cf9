import type { Reading } from '../readings.ts';

/** The two scorers that are compared. */
export interface PairOfReadings {
  readonly first: Reading;
  readonly second: Reading;
}

/** What a person has chosen; null before they have. */
export interface ChosenPair {
  readonly firstId: string | null;
  readonly secondId: string | null;
}

/**
 * The two readings to compare: those that were chosen as long as they are there, else the one that the tree is read by
 * and the most telling other. Null where there are no two.
 */
export function pairOfReadings(
  readings: readonly Reading[],
  chosen: ChosenPair,
  startId: string,
): PairOfReadings | null {
  const named = (id: string | null): Reading | undefined =>
    readings.find((reading) => reading.id === id);
  const chosenSecond = named(chosen.secondId);
  const others = readings.filter(({ id }) => id !== chosenSecond?.id);
  const first = [named(chosen.firstId), named(startId), ...others].find(
    (reading) => reading !== undefined && reading.id !== chosenSecond?.id,
  );
  if (first === undefined) return null;
  const second = chosenSecond ?? mostTelling(readings, first);
  return second === null ? null : { first, second };
}

/** The same pair with one side chosen anew; choosing what stands on the other side swaps them. */
export function choose(
  { first, second }: PairOfReadings,
  side: 'first' | 'second',
  id: string,
): ChosenPair {
  const [kept, left] = side === 'first' ? [second, first] : [first, second];
  const other = kept.id === id ? left.id : kept.id;
  return side === 'first' ? { firstId: id, secondId: other } : { firstId: other, secondId: id };
}

/** Another scorer rather than the same one again; one that was asked rather than one that is always there; the latest. */
function mostTelling(readings: readonly Reading[], first: Reading): Reading | null {
  const others = readings.filter(({ id }) => id !== first.id);
  const different = others.filter(
    ({ scoring }) => scoring.rewardModel.id !== first.scoring.rewardModel.id,
  );
  return different.findLast(({ atOnce }) => !atOnce) ?? different[0] ?? others[0] ?? null;
}
