import type { ModelLoadErrorKind } from '../../core/index.ts';
import { isCount, isListOf, isRecord, isString } from '../worker/read-values.ts';
import { sumOf } from '../worker/sum-of.ts';
import { type Caches, WEBLLM_CACHE } from './kept-shards.ts';
import type { ModelAddresses } from './load-failures.ts';

/** Failures that may come of what a kept file holds. */
const OF_FILES: readonly ModelLoadErrorKind[] = ['load-failed', 'not-a-model', 'library-mismatch'];

export function mayBeOfFiles(kind: ModelLoadErrorKind): boolean {
  return OF_FILES.includes(kind);
}

/**
 * WebLLM keeps whatever a server sends, for good: a sign-in page in place of a file, or half of it. So after a load that failed,
 * what can be wrong is taken out, and the next load fetches it: the small files, whatever they hold, and each part of the weights
 * that is shorter or adds up to something else than the list of parts says.
 */
export async function dropBrokenFiles(
  { config, tensorCache, tokenizer, library }: ModelAddresses,
  caches: Caches,
): Promise<void> {
  const weights = await caches.open(WEBLLM_CACHE);
  const list = await (await weights.match(tensorCache))?.text();
  for (const { dataPath, nbytes, md5sum } of partsIn(list)) {
    const url = new URL(dataPath, tensorCache).href;
    const part = await (await weights.match(url))?.blob();
    if (part === undefined) continue;
    const isRight =
      part.size === nbytes && (md5sum === undefined || (await sumOf(part, 'md5')) === md5sum);
    if (!isRight) await weights.delete(url);
  }
  await weights.delete(tensorCache);
  await weights.delete(tokenizer);
  await (await caches.open('webllm/config')).delete(config);
  await (await caches.open('webllm/wasm')).delete(library);
}

interface Part {
  readonly dataPath: string;
  readonly nbytes: number;
  readonly md5sum?: string;
}

/** None where the list itself is broken. */
function partsIn(text: string | undefined): readonly Part[] {
  try {
    const list: unknown = JSON.parse(text ?? '');
    return isRecord(list) && isListOf(isPart, list.records) ? list.records : [];
  } catch {
    return [];
  }
}

function isPart(value: unknown): value is Part {
  return (
    isRecord(value) &&
    isString(value.dataPath) &&
    isCount(value.nbytes) &&
    (value.md5sum === undefined || isString(value.md5sum))
  );
}
