import { isCount, isFiniteNumber, isNullOr, isRecord, isString } from '../worker/read-values.ts';

/**
 * One model of WebLLM's own list, as far as the choice needs it. `prebuilt-models.json` holds the list of the installed
 * version without the library that it comes in; a test fails when the two differ, and `vitest -u` writes it again.
 */
export interface PrebuiltModel {
  readonly id: string;
  /** WebLLM's own estimate of the memory on the device, in units of 2^20 bytes. */
  readonly memoryMebibytes: number;
  readonly contextTokens: number | null;
  /** Bytes that one storage binding must hold; null where the list says nothing. */
  readonly storageBindingBytes: number | null;
  readonly shaderF16: boolean;
}

/** Fetches the list; a chunk of its own, not in the page's first load. */
export async function fetchPrebuiltModels(): Promise<readonly PrebuiltModel[]> {
  const list: unknown = (await import('./prebuilt-models.json')).default;
  return Array.isArray(list) ? list.filter(isPrebuiltModel) : [];
}

function isPrebuiltModel(value: unknown): value is PrebuiltModel {
  return (
    isRecord(value) &&
    isString(value.id) &&
    isFiniteNumber(value.memoryMebibytes) &&
    isNullOr(isCount, value.contextTokens) &&
    isNullOr(isCount, value.storageBindingBytes) &&
    typeof value.shaderF16 === 'boolean'
  );
}
