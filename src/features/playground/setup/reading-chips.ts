import {
  AS_READ,
  correctReading,
  DEFAULT_RUBRIC_WEIGHTS,
  READING_CORRECTION,
  type ReadingCorrection,
  readPreference,
  RUBRIC_WEIGHTS,
  type SettingValues,
  traitChecks,
  valueOf,
  withValue,
} from '../../../rewards/index.ts';

/** One thing that was understood of a preference, or that a person has added to it. */
export interface ReadingChip {
  /** The id of the check that measures it. */
  readonly check: string;
  /** In a few words, for example "at most 30 words". */
  readonly label: string;
  /** `left-out`: it was understood, and a person wants it not to count. */
  readonly state: 'read' | 'left-out' | 'added';
  /** How much it counts, against what it usually does. */
  readonly factor: number;
}

/** What can be added: a trait, wanted or not, by a name for a list. */
export interface AddableTrait {
  readonly id: string;
  readonly label: string;
}

/** What was understood of a preference, as a person has corrected it, in the order of its words. */
export function chipsOf(preference: string, values: SettingValues): readonly ReadingChip[] {
  const correction = correctionOf(preference, values);
  const read = readPreference(preference);
  const weights = valueOf(values, RUBRIC_WEIGHTS);
  const own = new Set(correction.added.map(({ check }): string => check));
  const all = [
    ...read.demands.filter(({ check }) => !own.has(check)),
    ...correctReading(read, preference, correction).demands.filter(({ check }) => own.has(check)),
  ];
  return all.map(({ check, sentence }) => ({
    check,
    label: labelOf(sentence),
    state: own.has(check) ? 'added' : correction.without.includes(check) ? 'left-out' : 'read',
    factor: (weights[check] ?? usualWeight(check)) / usualWeight(check),
  }));
}

/** "Asks for at most 30 words." → "at most 30 words". */
function labelOf(sentence: string): string {
  return sentence
    .replace(/\.$/, '')
    .replace(/^Asks to do without /, 'without ')
    .replace(/^Asks (?:for|to) /, '')
    .replace(/^Suggests doing without /, 'rather without ')
    .replace(/^Suggests (?:to )?/, 'rather ');
}

function usualWeight(check: string): number {
  return DEFAULT_RUBRIC_WEIGHTS[check] ?? 1;
}

/** The correction of this preference; none where another one was corrected. */
function correctionOf(preference: string, values: SettingValues): ReadingCorrection {
  const correction = valueOf(values, READING_CORRECTION);
  return correction.preference === preference.trim()
    ? correction
    : { ...AS_READ, preference: preference.trim() };
}

/** Counts no more, or counts again where it had been left out; what was added is taken away. */
export function toggled(
  preference: string,
  values: SettingValues,
  { check, state }: ReadingChip,
): SettingValues {
  const { without, added, ...rest } = correctionOf(preference, values);
  return withValue(values, READING_CORRECTION, {
    ...rest,
    added: added.filter((each) => each.check !== check),
    without: state === 'read' ? [...without, check] : without.filter((each) => each !== check),
  });
}

export function weighed(values: SettingValues, check: string, factor: number): SettingValues {
  const set = valueOf(values, RUBRIC_WEIGHTS);
  return withValue(values, RUBRIC_WEIGHTS, { ...set, [check]: usualWeight(check) * factor });
}

/** Every trait that isn't among the chips, wanted first. */
export function addableTraits(chips: readonly ReadingChip[]): readonly AddableTrait[] {
  const taken = new Set(chips.map(({ check }) => check));
  const free = Object.values(traitChecks).filter(({ id }) => !taken.has(id));
  return [
    ...free.map(({ id, noun }) => ({ id, label: noun })),
    ...free.map(({ id, noun }) => ({ id: `-${id}`, label: `without ${noun}` })),
  ];
}

/** @param id of an `AddableTrait` */
export function withTrait(preference: string, values: SettingValues, id: string): SettingValues {
  const check = Object.values(traitChecks).find((each) => each.id === id.replace(/^-/, ''))?.id;
  if (check === undefined) return values;
  const { added, ...rest } = correctionOf(preference, values);
  const wanted = !id.startsWith('-');
  return withValue(values, READING_CORRECTION, { ...rest, added: [...added, { check, wanted }] });
}
