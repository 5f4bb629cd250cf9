import type { ReadPart } from '../../../src/rewards/preference-information/information-edition.ts';
import type { BenchModel } from '../bench-model.ts';
import type { PairSet } from '../pair-sets.ts';
import { spreadSample } from '../spread-sample.ts';
import { compareParts } from './compare-parts.ts';
import { reportParts } from './report-parts.ts';

/** Openings to choose among, and what they are held against. */
const PARTS: readonly ReadPart[] = [8, 12, 16, 24, 32, 48, 'whole'];

export interface OpeningsParts {
  readonly sets: readonly PairSet[];
  /** Pairs of each set; null for all. */
  readonly sample: number | null;
  readonly model: BenchModel;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

/**
 * How preference information does on each set of preferences, by how much of a response it reads. Nothing is written: which
 * opening is taken is chosen on the tuning half.
 *
 * @returns a table for each set, for people
 */
export async function measureOpenings(parts: OpeningsParts): Promise<string> {
  const { sets, sample, model, now } = parts;
  const tables: string[] = [];
  for (const set of sets.filter(({ conditionedOn }) => conditionedOn !== 'prompt')) {
    const places = spreadSample(set.pairs.length, sample ?? set.pairs.length);
    const measuredAt = new Date(now()).toISOString().slice(0, 10);
    const policy = await model.policy();
    const asked = { ...parts, set, places, policy, measuredAt, parts: PARTS };
    tables.push(`${set.name}\n${reportParts(await compareParts(asked))}`);
  }
  return tables.join('\n\n');
}
