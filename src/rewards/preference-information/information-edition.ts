import * as z from 'zod/mini';
import type { RewardModelDescription, ScoringCall } from '../../core/index.ts';
import type { ScorerSettings } from '../scorer-contract.ts';
import {
  valueOf,
  type CheckboxSetting,
  type Setting,
  type SettingValues,
} from '../scorer-settings.ts';

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

/** What is read unless a person says otherwise. */
export const OPENING_EDITION: InformationEdition = { version: 2, tokens: OPENING_TOKENS };

/** What is read where a person asks for the whole response. */
export const WHOLE_EDITION: InformationEdition = { version: 2, tokens: 'whole' };

/** How much an edition reads of a response. */
export function partReadBy(edition: InformationEdition): ReadPart {
  return edition.version === 1 ? 'whole' : edition.tokens;
}

/** The call that reading a response after a chat takes. */
export function callOf(messages: ScoringCall['messages'], part: ReadPart): ScoringCall {
  return { messages, mostTokens: part === 'whole' ? null : part, freeWhereSampled: true };
}

const editionSchema = z.union([
  z.object({ version: z.literal(1) }),
  z.object({
    version: z.literal(2),
    tokens: z.union([z.literal('whole'), z.int().check(z.positive())]),
  }),
]);

/** Whether the whole of a response is read, and not its opening alone. */
export const READS_WHOLE: Setting<boolean> = {
  id: 'readsWhole',
  schema: z.boolean(),
  usual: false,
};

/** The edition that a run began with: it goes before what a person has set; null where there is none. */
export const EDITION: Setting<InformationEdition | null> = {
  id: 'information',
  schema: z.nullable(editionSchema),
  usual: null,
};

/** The field in which a person sets how much is read. */
export const READS_WHOLE_FIELD: CheckboxSetting = {
  shownAs: 'checkbox',
  setting: READS_WHOLE,
  label: 'Read the whole response',
  hint: `Otherwise preference information reads the first ${String(OPENING_TOKENS)} tokens, where most of what a preference does shows; its figures are measured so. The whole takes about as long as writing it, of a refinement twice that.`,
};

/** The edition that a run goes on with, or that a person has set. */
export function editionSet(values: SettingValues): InformationEdition {
  const whole = valueOf(values, READS_WHOLE);
  return valueOf(values, EDITION) ?? (whole ? WHOLE_EDITION : OPENING_EDITION);
}

/** The edition that a kept description tells of, as settings; none where it tells of none that is here. */
export function editionKept({
  version,
  settings: { tokens },
}: Pick<RewardModelDescription, 'version' | 'settings'>): Partial<ScorerSettings> {
  const { data: edition } = editionSchema.safeParse({ version, tokens });
  if (edition === undefined) return {};
  const whole = partReadBy(edition) === 'whole';
  return { values: { [EDITION.id]: edition, [READS_WHOLE.id]: whole } };
}
