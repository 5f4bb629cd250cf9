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
export type GgufSource =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'files'; readonly files: readonly File[] };

export function isLlamaCppModel(value: unknown): value is LlamaCppModel {
  return isRecord(value) && isString(value.id) && isString(value.name) && isGguf(value.gguf);
}

function isGguf(value: unknown): value is GgufSource {
  if (!isRecord(value)) return false;
  return value.kind === 'address'
    ? isString(value.url)
    : value.kind === 'files' && isListOf((file) => file instanceof File, value.files);
}
