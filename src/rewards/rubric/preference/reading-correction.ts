import * as z from 'zod/mini';
import type { RewardModelDescription } from '../../../core/index.ts';
import type { Setting } from '../../scorer-settings.ts';
import { TRAIT_IDS, type TraitId } from '../check.ts';

/** What a person says of how a preference was read. */
export interface ReadingCorrection {
  /** The preference whose reading it corrects; another one is read as it stands. */
  readonly preference: string;
  /** Checks whose demands don't count. */
  readonly without: readonly string[];
  /** Traits that are asked for, or against. */
  readonly added: readonly AddedTrait[];
}

export interface AddedTrait {
  readonly check: TraitId;
  readonly wanted: boolean;
}

/** Nothing is corrected. */
export const AS_READ: ReadingCorrection = { preference: '', without: [], added: [] };

/** The correction that a person has made, whichever scorer reads the preference. */
export const READING_CORRECTION: Setting<ReadingCorrection> = {
  id: 'reading',
  schema: z.object({
    preference: z.string(),
    without: z.array(z.string()),
    added: z.array(z.object({ check: z.enum(TRAIT_IDS), wanted: z.boolean() })),
  }),
  usual: AS_READ,
};

/** Whether something of the preference's reading is corrected. */
export function corrects(
  { preference, without, added }: ReadingCorrection,
  asked: string,
): boolean {
  return without.length + added.length > 0 && preference.trim() === asked.trim();
}

type Settings = RewardModelDescription['settings'];

/** A correction as a run's description keeps it; nothing where nothing is corrected. */
export function correctionToKeep({ preference, without, added }: ReadingCorrection): Settings {
  if (without.length + added.length === 0) return {};
  return {
    readingOf: preference,
    readingWithout: without.join(SEPARATOR),
    readingWith: added.map(({ check, wanted }) => (wanted ? check : `-${check}`)).join(SEPARATOR),
  };
}

/** The correction that a kept description tells of; null where it tells of none. What this version doesn't know is left out. */
export function correctionKept(settings: Settings): ReadingCorrection | null {
  const { readingOf, readingWithout, readingWith } = settings;
  if (typeof readingOf !== 'string') return null;
  const added = listed(readingWith).flatMap((each): readonly AddedTrait[] => {
    const check = TRAIT_IDS.find((id) => id === each.replace(/^-/, ''));
    return check === undefined ? [] : [{ check, wanted: !each.startsWith('-') }];
  });
  return { preference: readingOf, without: listed(readingWithout), added };
}

const SEPARATOR = ', ';

function listed(names: Settings[string] | undefined): readonly string[] {
  return typeof names === 'string' && names !== '' ? names.split(SEPARATOR) : [];
}
