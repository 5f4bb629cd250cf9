import { traitChecks } from '../trait-checks.ts';
import { type AddedTrait, corrects, type ReadingCorrection } from './reading-correction.ts';
import type { PreferenceReading, TraitDemand } from './what-is-asked.ts';

/** The reading of a preference as a person has corrected it. */
export function correctReading(
  reading: PreferenceReading,
  asked: string,
  correction: ReadingCorrection,
): PreferenceReading {
  if (!corrects(correction, asked)) return reading;
  const { without, added } = correction;
  const own = added.map(({ check }): string => check);
  const left = reading.demands.filter(({ check }) => ![...without, ...own].includes(check));
  return { ...reading, demands: [...left, ...added.map(addedDemand)] };
}

function addedDemand({ check, wanted }: AddedTrait): TraitDemand {
  const { noun } = traitChecks[check];
  const sentence = wanted ? `Asks for ${noun}.` : `Asks to do without ${noun}.`;
  return { kind: 'trait', check, wanted, because: [], sentence, strength: 1 };
}
