import type { RewardModelDescription } from '../../core/index.ts';

/** How much of a response is read: so many tokens of its opening at most, or all of it. */
export type ReadPart = number | 'whole';

/**
 * Which preference information: version 1 read the whole response without saying so, and a run that it began goes on with it;
 * version 2 says how much it reads.
 */
export type InformationEdition =
  { readonly version: 1 } | { readonly version: 2; readonly tokens: ReadPart };

/** Tokens of the opening: chosen on the tuning pairs (docs/decisions/2026-11-25-preference-information-opening.md). */
export const OPENING_TOKENS = 24;

export const OPENING_EDITION: InformationEdition = { version: 2, tokens: OPENING_TOKENS };

export const WHOLE_EDITION: InformationEdition = { version: 2, tokens: 'whole' };

export function partReadBy(edition: InformationEdition): ReadPart {
  return edition.version === 1 ? 'whole' : edition.tokens;
}

/** The edition that a kept description tells of; null where it tells of none that is here. */
export function editionOf({
  version,
  settings: { tokens },
}: Pick<RewardModelDescription, 'version' | 'settings'>): InformationEdition | null {
  if (version === 1) return { version: 1 };
  return version === 2 && isReadPart(tokens) ? { version: 2, tokens } : null;
}

function isReadPart(tokens: unknown): tokens is ReadPart {
  return tokens === 'whole' || (Number.isSafeInteger(tokens) && Number(tokens) > 0);
}
