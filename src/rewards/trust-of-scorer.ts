import type { RewardModelDescription } from '../core/index.ts';
import { type Badge, badgesFor, MEASURED_TABLE } from './badges/accuracy-badges.ts';
import { sumOfSettings, textOfSettings } from './badges/sum-of-settings.ts';

/** What a figure is compared by: another version or other settings are another scorer. */
type Measured = Pick<RewardModelDescription, 'id' | 'version' | 'settings'>;

/** The badges of the scorer that is so described, and of none beside it; none where it wasn't measured. Rejects as `sumOfSettings`. */
export async function badgesOf({ id, version, settings }: Measured): Promise<readonly Badge[]> {
  const sum = await sumOfSettings(settings);
  const figures = MEASURED_TABLE.figures.filter(
    (figure) => figure.version === version && figure.settings === sum,
  );
  return badgesFor(id, { ...MEASURED_TABLE, figures });
}

/** What was measured of a scorer: a sentence for each set, and whether that is chance. */
interface TrustInScorer {
  readonly sentence: string;
  readonly isChance: boolean;
}

/**
 * How often each of the scorers, as described, preferred the better of two marked answers; nothing of one that wasn't measured, or isn't
 * among them. Rejects as `sumOfSettings`.
 */
export async function trustIn(
  scorers: readonly Measured[],
): Promise<(scorer: Measured) => readonly TrustInScorer[]> {
  const known = new Map(
    await Promise.all(
      scorers.map(async (scorer) => [keyOf(scorer), await trustOf(scorer)] as const),
    ),
  );
  return (scorer) => known.get(keyOf(scorer)) ?? [];
}

async function trustOf(scorer: Measured): Promise<readonly TrustInScorer[]> {
  return (await badgesOf(scorer)).map((badge) => ({
    sentence: badge.sentence,
    isChance: badge.noBetterThanChance || badge.worseThanChance,
  }));
}

function keyOf({ id, version, settings }: Measured): string {
  return JSON.stringify([id, version, textOfSettings(settings)]);
}
