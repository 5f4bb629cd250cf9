import type { BackboneSource } from '../../../../core/index.ts';
import {
  MADE_UP_MODEL,
  REWARD_MODELS,
  type HeadSource,
  type RewardModelChoice,
  type RewardModelEntry,
} from '../../../../rewards/index.ts';

/** What a person has said so far of the reward model to load. */
export interface LoadForm {
  readonly entryId: string;
  readonly backbone: GivenPart;
  readonly head: GivenPart;
}

/** Where one part of a reward model comes from. What was given of the other ways is kept, in case they come back to it. */
export interface GivenPart {
  readonly from: PartOrigin;
  readonly address: string;
  readonly files: readonly File[];
}

/** `published`: from where the entry says; for a head only. */
export type PartOrigin = 'published' | 'address' | 'files';

export const ENTRIES: readonly RewardModelEntry[] = [...REWARD_MODELS, MADE_UP_MODEL];

export const FIRST_LOAD_FORM: LoadForm = {
  entryId: ENTRIES[0]?.id ?? MADE_UP_MODEL.id,
  backbone: { from: 'address', address: '', files: [] },
  head: { from: 'published', address: '', files: [] },
};

export function entryOf({ entryId }: Pick<LoadForm, 'entryId'>): RewardModelEntry {
  return ENTRIES.find(({ id }) => id === entryId) ?? MADE_UP_MODEL;
}

/** Whether its rewards mean nothing: its head was never trained. */
export function isMadeUp(entry: RewardModelEntry): boolean {
  return entry.id === MADE_UP_MODEL.id;
}

/** What is to be loaded; null where a part isn't given yet. */
export function choiceOf(form: LoadForm): RewardModelChoice | null {
  const entry = entryOf(form);
  if (isMadeUp(entry)) {
    const backbone = { kind: 'embedded', engine: 'llama-cpp' } as const;
    return { entry, backbone, head: { kind: 'published' } };
  }
  const backbone = backboneOf(form.backbone);
  const head = headOf(form.head);
  return backbone === null || head === null ? null : { entry, backbone, head };
}

function backboneOf({ from, address, files }: GivenPart): BackboneSource | null {
  if (from === 'files') return files.length === 0 ? null : { kind: 'gguf-file', files: [...files] };
  const url = webAddress(address);
  return url === null ? null : { kind: 'gguf-address', url };
}

function headOf({ from, address, files }: GivenPart): RewardModelChoice['head'] | null {
  if (from === 'published') return { kind: 'published' };
  return from === 'files' ? headFiles(files) : headAddress(address);
}

function headFiles(files: readonly File[]): HeadSource | null {
  return files.length === 0 ? null : { kind: 'files', files };
}

function headAddress(address: string): HeadSource | null {
  const url = webAddress(address);
  return url === null ? null : { kind: 'address', url };
}

/** An absolute http(s) URL as it was typed, tidied; null where it isn't one. */
export function webAddress(typed: string): string | null {
  const trimmed = typed.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}
