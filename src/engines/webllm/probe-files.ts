import { isListOf, isRecord, isString } from '../worker/read-values.ts';
import type { Probe } from './load-failures.ts';

/** Probes over the network, past the browser's own cache; it asks for headers only. */
export const networkProbe: Probe = {
  ask: async (url) => {
    try {
      const response = await fetch(url, { method: 'HEAD', cache: 'no-store' });
      return response.ok ? { outcome: 'there' } : { outcome: 'refused', status: response.status };
    } catch {
      return { outcome: 'unreachable' };
    }
  },
  listShards: async (tensorCacheUrl) => {
    try {
      const body: unknown = await (await fetch(tensorCacheUrl)).json();
      return isShardList(body)
        ? body.records.map(({ dataPath }) => new URL(dataPath, tensorCacheUrl).href)
        : [];
    } catch {
      return [];
    }
  },
};

interface ShardList {
  readonly records: readonly { readonly dataPath: string }[];
}

function isShardList(value: unknown): value is ShardList {
  return isRecord(value) && isListOf(isShard, value.records);
}

function isShard(value: unknown): value is ShardList['records'][number] {
  return isRecord(value) && isString(value.dataPath);
}
