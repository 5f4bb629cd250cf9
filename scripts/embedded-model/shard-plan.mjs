// @ts-check
/** A shard stays below this, so that a browser fetches and caches pieces of moderate size. */
const SHARD_BYTES_LIMIT = 32 << 20;

/**
 * @template {{ name: string }} Parameter
 * @typedef {object} PlannedShard
 * @property {string} fileName
 * @property {number} bytes
 * @property {{ parameter: Parameter, byteOffset: number, bytes: number }[]} entries
 */

/**
 * Cuts the parameters, in their order, into shards the way TVM's `dump_tensor_cache` does: a
 * parameter that would fill the shard up to the limit starts the next one, and a parameter of half
 * the limit or more that does not fit gets a shard of its own at once, before the one still open.
 *
 * @template {{ name: string }} Parameter
 * @param {Parameter[]} parameters
 * @param {(parameter: Parameter) => number} bytesOf
 * @param {number} [limit]
 * @returns {PlannedShard<Parameter>[]}
 */
export function planShards(parameters, bytesOf, limit = SHARD_BYTES_LIMIT) {
  /** @type {PlannedShard<Parameter>[]} */
  const shards = [];
  /** @type {PlannedShard<Parameter>['entries']} */
  let open = [];
  let openBytes = 0;

  /** @param {PlannedShard<Parameter>['entries']} entries @param {number} bytes */
  const close = (entries, bytes) => {
    shards.push({ fileName: `params_shard_${shards.length}.bin`, bytes, entries });
  };
  const closeOpen = () => {
    if (openBytes > 0) close(open, openBytes);
    open = [];
    openBytes = 0;
  };

  for (const parameter of parameters) {
    const bytes = bytesOf(parameter);
    if (openBytes + bytes >= limit) {
      if (bytes * 2 >= limit) {
        close([{ parameter, byteOffset: 0, bytes }], bytes);
        continue;
      }
      closeOpen();
    }
    open.push({ parameter, byteOffset: openBytes, bytes });
    openBytes += bytes;
  }
  closeOpen();
  return shards;
}
