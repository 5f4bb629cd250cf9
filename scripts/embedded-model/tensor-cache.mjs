// @ts-check
/**
 * The index of the shards, tensor-cache.json, in the form of TVM's `dump_tensor_cache`.
 *
 * @param {object} options
 * @param {import('./shard-plan.mjs').PlannedShard<import('./webllm-parameters.mjs').WebllmParameter>[]} options.shards
 * @param {Map<string, string>} options.md5ByFileName
 * @param {import('./gguf-header.mjs').GgufTensor[]} options.tensors the GGUF file's
 */
export function tensorCache({ shards, md5ByFileName, tensors }) {
  const entries = shards.flatMap((shard) => shard.entries);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return {
    metadata: {
      ParamSize: entries.length,
      ParamBytes: bytes,
      BitsPerParam: (bytes * 8) / countWeights(tensors),
    },
    records: shards.map((shard) => ({
      dataPath: shard.fileName,
      format: 'raw-shard',
      nbytes: shard.bytes,
      records: shard.entries.map(({ parameter: { name, shape, dtype }, byteOffset, bytes }) => ({
        name,
        shape,
        dtype,
        format: 'raw',
        nbytes: bytes,
        byteOffset,
      })),
      md5sum: md5ByFileName.get(shard.fileName),
    })),
  };
}

/** @param {import('./gguf-header.mjs').GgufTensor[]} tensors */
function countWeights(tensors) {
  return tensors.reduce(
    (sum, { dimensions }) =>
      sum + dimensions.reduce((product, dimension) => product * dimension, 1),
    0,
  );
}
