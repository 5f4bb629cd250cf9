import { expect, test } from 'vitest';
import { explainLoadFailure, type Probe, type ProbeResult } from './load-failures.ts';

const addresses = {
  config: 'https://hub.org/m/resolve/main/mlc-chat-config.json',
  tensorCache: 'https://hub.org/m/resolve/main/tensor-cache.json',
  tokenizer: 'https://hub.org/m/resolve/main/tokenizer.json',
  library: 'https://hub.org/m.wasm',
};
const shard = 'https://hub.org/m/resolve/main/params_shard_7.bin';

function probe(results: Readonly<Record<string, ProbeResult>> = {}): Probe {
  return {
    ask: (url) => Promise.resolve(results[url] ?? { outcome: 'there' }),
    listShards: () => Promise.resolve([shard]),
  };
}

function failure(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

const magicWord = failure(
  'CompileError',
  'WebAssembly.instantiate(): expected magic word 00 61 73',
);
const add = failure('TypeError', "Failed to execute 'add' on 'Cache': Request failed");
const refused = { outcome: 'refused', status: 404 } as const;
const unreachable = { outcome: 'unreachable' } as const;

test.each([
  ['LinkError', failure('LinkError', 'Import #0 "env"'), {}, 'library-mismatch'],
  ['quota', failure('QuotaExceededError', 'Quota exceeded.'), {}, 'storage-full'],
  ['16-bit floats', failure('ShaderF16SupportError', 'feature shader-f16'), {}, 'does-not-fit'],
  ['no adapter', new Error('Unable to find a compatible GPU. This'), {}, 'no-adapter'],
  ['no WebGPU', failure('WebGPUNotAvailableError', 'WebGPU'), {}, 'no-webgpu'],
  ['lost device', failure('DeviceLostError', 'lost'), {}, 'out-of-memory'],
  ['library missing', magicWord, { [addresses.library]: refused }, 'library-not-found'],
  ['library unreachable', magicWord, { [addresses.library]: unreachable }, 'connection-lost'],
  ['library of another kind', magicWord, {}, 'library-mismatch'],
  ['shard missing', add, { [shard]: refused }, 'weights-not-found'],
  ['shard unreachable', add, { [shard]: unreachable }, 'connection-lost'],
  ['all there now', add, {}, 'connection-lost'],
  ['configuration is no JSON', failure('SyntaxError', 'Unexpected token <'), {}, 'not-a-model'],
  ['anything else', new Error('Cannot find function prefill'), {}, 'load-failed'],
] as const)('%s', async (_, error, results, kind) => {
  expect(await explainLoadFailure(error, addresses, probe(results))).toMatchObject({ kind });
});

test('the sentence names the file that is missing', async () => {
  const explained = await explainLoadFailure(add, addresses, probe({ [shard]: refused }));
  expect(explained.message).toContain(`404 for a part of the model, ${shard}`);
});
