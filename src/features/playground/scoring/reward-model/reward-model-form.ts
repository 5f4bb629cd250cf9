import { webAddress, type BackboneSource } from '../../../../core/index.ts';
import {
  type HeadSource,
  MADE_UP_MODEL,
  REWARD_MODELS,
  type RewardModelChoice,
  type RewardModelEntry,
} from '../../../../rewards/index.ts';
import { formatBytes } from '../../../../ui/index.ts';

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
    const backbone = { kind: 'embedded' } as const;
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

/** Memory of the embedded model as a backbone, in bytes, about: 112 MB of weights, 94 MB of context, and llama.cpp's own. */
const EMBEDDED_BACKBONE_BYTES = 2.5e8;

/** Most that 4,096 tokens of context take in the first-class models, in bytes: Qwen3's 28 layers of 8 heads of 128 numbers, twice, in 16 bits. */
const CONTEXT_BYTES = 4.7e8;

/** What loading fetches, from where, and the memory that it takes: said before it is done. */
export function loadTerms({ publishedBytes, head }: RewardModelEntry): readonly string[] {
  if (head === null) {
    return [
      `Nothing comes from elsewhere: the small model that this server carries is loaded a second time, to give vectors instead of words. It takes about ${formatBytes(EMBEDDED_BACKBONE_BYTES)} of memory beside the model that writes.`,
    ];
  }
  const size =
    publishedBytes === null
      ? 'The size of the download is not known beforehand.'
      : `In 16 bits the backbone is about ${formatBytes(publishedBytes)}, quantised to 8 or 4 bits a half to a third of that; your browser keeps a download for the next time.`;
  return [
    `Nothing is fetched before you press Load. ${size} It takes the file’s size in memory and up to ${formatBytes(CONTEXT_BYTES)} for its context, beside the model that writes.`,
    `The head is some kilobytes out of ${head.file} in ${head.repository} on a public model hub, which sees your address as any website does; nothing that you write is sent there.`,
  ];
}

/** The terms under which it may be used. */
export function licenceSentence({ licence }: RewardModelEntry): string {
  const more = licence.restricted ? ' It has terms of use beyond an open-source licence.' : '';
  return `Licence: ${licence.name}.${more}`;
}
