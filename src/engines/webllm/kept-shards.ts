import { ModelLoadError } from '../../core/index.ts';
import { isListOf, isRecord, isString } from '../worker/read-values.ts';
import { sumOf } from '../worker/sum-of.ts';

/** What is used of the browser's caches. */
export interface Caches {
  open(name: string): Promise<{
    match(url: string): Promise<Response | undefined>;
    put(url: string, response: Response): Promise<void>;
    delete(url: string): Promise<boolean>;
  }>;
}

/** Where WebLLM keeps a model's weights. */
export const WEBLLM_CACHE = 'webllm/model';

/** Where it is written which were added up and right. */
const CHECKED_CACHE = 'webllm-checked';

/**
 * Adds up the parts of a model's weights that WebLLM has kept, once after they were fetched: later loads find that it was done.
 *
 * @param tensorCacheUrl of the list of parts, which tells their sums
 * @param sha256 what the list itself adds up to, where that is known
 * @throws ModelLoadError where a part is wrong; it is taken out, so that the next load fetches it.
 */
export async function checkShards(
  tensorCacheUrl: string,
  caches: Caches,
  sha256: string | null = null,
): Promise<void> {
  const kept = await caches.open(WEBLLM_CACHE);
  const checked = await caches.open(CHECKED_CACHE);
  const file = await (await kept.match(tensorCacheUrl))?.blob();
  if (file !== undefined && sha256 !== null && (await sumOf(file, 'sha256')) !== sha256) {
    throw wrongPart([tensorCacheUrl]);
  }
  const list: unknown = JSON.parse((await file?.text()) ?? 'null');
  if (!isShardList(list)) return;
  const sums = list.records.map(({ md5sum }) => md5sum).join();
  if ((await (await checked.match(tensorCacheUrl))?.text()) === sums) return;
  const wrong: string[] = [];
  for (const { dataPath, md5sum } of list.records) {
    const url = new URL(dataPath, tensorCacheUrl).href;
    const part = await kept.match(url);
    if (part === undefined || (await sumOf(await part.blob(), 'md5')) === md5sum) continue;
    await kept.delete(url);
    wrong.push(url);
  }
  if (wrong.length === 0) await checked.put(tensorCacheUrl, new Response(sums));
  else throw wrongPart(wrong);
}

function wrongPart(urls: readonly string[]): ModelLoadError {
  return new ModelLoadError(
    'load-failed',
    `What came from ${urls.join(' and ')} is not the part of the model that it should be: it was damaged on its way, or replaced. It was not kept: load the model again to fetch it anew.`,
  );
}

interface ShardList {
  readonly records: readonly { readonly dataPath: string; readonly md5sum: string }[];
}

function isShardList(value: unknown): value is ShardList {
  return isRecord(value) && isListOf(isShard, value.records);
}

function isShard(value: unknown): value is ShardList['records'][number] {
  return isRecord(value) && isString(value.dataPath) && isString(value.md5sum);
}
