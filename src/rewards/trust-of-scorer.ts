import type { RewardModelDescription } from '../core/index.ts';
import { badgesFor, MEASURED_TABLE } from './badges/accuracy-badges.ts';

/** How often a scorer of that version preferred the better of two marked answers: a sentence for each set; none where it wasn't measured. */
export function trustOf({
  id,
  version,
}: RewardModelDescription): readonly { readonly sentence: string; readonly isChance: boolean }[] {
  const figures = MEASURED_TABLE.figures.filter((figure) => figure.version === version);
  return badgesFor(id, { ...MEASURED_TABLE, figures }).map((badge) => ({
    sentence: badge.sentence,
    isChance: badge.noBetterThanChance || badge.worseThanChance,
  }));
}
