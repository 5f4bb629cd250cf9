import { isListOf, isRecord, isString } from '../worker/read-values.ts';

/** What runs and sources name this engine by. */
export const LLAMA_CPP = 'llama-cpp';

/** What the llama.cpp worker is asked to load. */
export interface LlamaCppModel {
  readonly id: string;
  readonly name: string;
  readonly gguf: GgufSource;
}

/** Several files are the parts of one split model, `…-00001-of-00003.gguf` and so on; an address names the first. */
export type GgufSource = GgufAddress | { readonly kind: 'files'; readonly files: readonly File[] };

export interface GgufAddress {
  readonly kind: 'address';
  readonly url: string;
  /** What the file's bytes must add up to, in hexadecimal; left out where nobody said, and for a split model. */
  readonly sha256?: string;
}

export function isLlamaCppModel(value: unknown): value is LlamaCppModel {
  return isRecord(value) && isString(value.id) && isString(value.name) && isGguf(value.gguf);
}

function isGguf(value: unknown): value is GgufSource {
  if (!isRecord(value)) return false;
  return value.kind === 'address'
    ? isString(value.url) && (value.sha256 === undefined || isString(value.sha256))
    : value.kind === 'files' && isListOf((file) => file instanceof File, value.files);
}
