import type { Measurer } from './measurer.ts';
import type { PairSet } from './pair-sets.ts';

export interface SetParts {
  readonly set: PairSet;
  /** Places in the set, rising. */
  readonly places: readonly number[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** Milliseconds since whenever. */
  readonly now: () => number;
}

const MILLISECONDS_BETWEEN_REPORTS = 30_000;

/** @returns one `Outcome` for each place */
export async function measureSet(measurer: Measurer, parts: SetParts): Promise<string> {
  const { set, places, now, say } = parts;
  let outcomes = '';
  let reportAt = now() + MILLISECONDS_BETWEEN_REPORTS;
  for (const place of places) {
    const pair = set.pairs[place];
    if (pair === undefined) throw new RangeError(`${set.name} has no pair ${String(place)}.`);
    outcomes += await measurer.measure(pair, { ...parts, conditionedOn: set.conditionedOn });
    if (now() < reportAt) continue;
    say(`  ${String(outcomes.length)} of ${String(places.length)} pairs`);
    reportAt = now() + MILLISECONDS_BETWEEN_REPORTS;
  }
  return outcomes;
}
