import type { ByteSource } from './byte-source.ts';
import { HeadError } from './head-error.ts';
import { isRecord, parseJson } from './read-values.ts';

/** Most bytes of an index: it has one line for each tensor. */
export const MAX_INDEX_BYTES = 2 ** 23;

/** How the index of a model in several files is named. */
export function isIndexName(name: string): boolean {
  return /\.index\.json($|[?#])/.test(name);
}

/**
 * The file, beside the index, that holds a tensor; null where the model has no such tensor.
 *
 * @throws HeadError
 */
export function findShard(index: Uint8Array, tensor: string, name: string): string | null {
  const body = parseJson(new TextDecoder().decode(index));
  const map = isRecord(body) ? body.weight_map : null;
  if (!isRecord(map)) {
    throw new HeadError(
      `${name} is not the index of a model in several files. Choose model.safetensors.index.json as it was published.`,
    );
  }
  if (!Object.hasOwn(map, tensor)) return null;
  const file = map[tensor];
  // A plain name: an index must not send us elsewhere.
  if (typeof file !== 'string' || !/^[\w-][\w.-]*\.safetensors$/.test(file)) {
    throw new HeadError(
      `${name} names no safetensors file for the head. Choose the file that holds ${tensor} itself.`,
    );
  }
  return file;
}

/** Picks from the chosen files the one that an index names. */
export function pickShard(shards: readonly ByteSource[], file: string): ByteSource {
  const shard = shards.find(({ name }) => name === file);
  if (shard !== undefined) return shard;
  throw new HeadError(`The head is in ${file}. Choose that file together with the index.`);
}
