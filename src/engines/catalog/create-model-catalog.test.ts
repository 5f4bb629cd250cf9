import { expect, test, vi } from 'vitest';
import { ENGINE_NAMES, type LoadedPolicy, type LoadProgress } from '../../core/index.ts';
import { ENGINES } from '../registry.ts';
import { createLlamaCppEngine } from '../llama-cpp/llama-cpp-engine.ts';
import type { LlamaCppModel } from '../llama-cpp/llama-cpp-model.ts';
import { createScriptedPolicy } from '../testing/scripted-policy.ts';
import { createWebllmEngine } from '../webllm/webllm-engine.ts';
import type { WebllmModel } from '../webllm/webllm-model.ts';
import { createModelCatalog, type CatalogDependencies } from './create-model-catalog.ts';

type EngineLoad<Model> = (
  model: Model,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<LoadedPolicy>;

const manifest = {
  version: 1,
  model: 'SmolLM2-135M-Instruct',
  licence: 'Apache-2.0',
  webllm: { weights: 'smol-MLC/', library: 'webllm/smol.wasm', bytes: 102_590_631 },
  llamaCpp: { gguf: 'smol.gguf', bytes: 111_633_472, sha256: 'd86f' },
};

const limits = {
  maxBufferSize: 2 ** 31,
  maxStorageBufferBindingSize: 2 ** 30,
  maxComputeWorkgroupStorageSize: 2 ** 15,
  maxStorageBuffersPerShaderStage: 10,
};

function gpu(info: Partial<GPUAdapterInfo>, features: readonly string[], given = limits) {
  const adapter = {
    info: { vendor: '', architecture: '', device: '', description: '', ...info },
    features: new Set(features),
    limits: given,
  };
  return { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
}

const nvidia = gpu({ vendor: 'nvidia', architecture: 'ampere' }, ['shader-f16']);
const without16Bits = gpu({ vendor: 'intel', architecture: 'gen-9' }, []);
const swiftshader = gpu({ vendor: 'google', architecture: 'swiftshader' }, []);
const mesa = gpu({ description: 'llvmpipe (LLVM 19.1.7, 256 bits)' }, []);
const tiny = gpu({ vendor: 'old' }, [], { ...limits, maxBufferSize: 2 ** 26 });

function catalogWith(changes: Partial<CatalogDependencies>, served: unknown = manifest) {
  const policy: LoadedPolicy = createScriptedPolicy(() => ({ kind: 'answer', pieces: [] }));
  const engines = {
    loadWebllm: vi.fn<EngineLoad<WebllmModel>>(() => Promise.resolve(policy)),
    loadLlamaCpp: vi.fn<EngineLoad<LlamaCppModel>>(() => Promise.resolve(policy)),
  };
  const dependencies = {
    gpu: undefined,
    crossOriginIsolated: true,
    logicalCores: 4,
    fetch: () =>
      Promise.resolve(served === null ? new Response('', { status: 404 }) : Response.json(served)),
    baseUrl: 'https://example.org/playground/',
    engines: [
      createWebllmEngine({ load: engines.loadWebllm }),
      createLlamaCppEngine({ load: engines.loadLlamaCpp }),
    ],
    ...changes,
  };
  return { catalog: createModelCatalog(dependencies), engines };
}

const signal = new AbortController().signal;

test.each([
  [
    'a GPU with 16-bit floats',
    { gpu: nvidia },
    'Llama-3.2-1B-Instruct-q4f16_1-MLC',
    'embedded-webllm',
    'Your browser has WebGPU: Llama 3.2 1B, 880 MB. Or start now with the small one that came along.',
  ],
  [
    'a GPU without',
    { gpu: without16Bits },
    'Llama-3.2-1B-Instruct-q4f32_1-MLC',
    'embedded-webllm',
    'Your browser has WebGPU: Llama 3.2 1B, 1130 MB. Or start now with the small one that came along.',
  ],
  [
    'an adapter in software',
    { gpu: swiftshader },
    'embedded-llama-cpp',
    'embedded-llama-cpp',
    'WebGPU is only imitated in software here: SmolLM2-135M-Instruct runs on the processor.',
  ],
  [
    'Mesa’s software adapter',
    { gpu: mesa },
    'embedded-llama-cpp',
    'embedded-llama-cpp',
    'WebGPU is only imitated in software here: SmolLM2-135M-Instruct runs on the processor.',
  ],
  [
    'no adapter',
    { gpu: { requestAdapter: () => Promise.resolve(null) } },
    'embedded-llama-cpp',
    'embedded-llama-cpp',
    'WebGPU finds no graphics adapter here: SmolLM2-135M-Instruct runs on the processor.',
  ],
  [
    'an adapter that fails',
    { gpu: { requestAdapter: () => Promise.reject(new Error('driver')) } },
    'embedded-llama-cpp',
    'embedded-llama-cpp',
    'WebGPU finds no graphics adapter here: SmolLM2-135M-Instruct runs on the processor.',
  ],
  [
    'a GPU that is too small for WebLLM',
    { gpu: tiny },
    'embedded-llama-cpp',
    'embedded-llama-cpp',
    'Your browser has WebGPU: SmolLM2-135M-Instruct runs on the processor.',
  ],
  [
    'no WebGPU',
    {},
    'embedded-llama-cpp',
    'embedded-llama-cpp',
    'No WebGPU here: SmolLM2-135M-Instruct runs on the processor.',
  ],
])('with %s it chooses', async (_, changes, defaultOfferId, embeddedOfferId, explanation) => {
  const assessment = await catalogWith(changes).catalog.assess(signal);
  expect(assessment).toMatchObject({ defaultOfferId, embeddedOfferId, explanation });
});

test.each([null, 'nonsense', { ...manifest, version: 2 }, { ...manifest, llamaCpp: null }])(
  'without the embedded model it says what is missing and what else there is (%j)',
  async (served) => {
    const here = await catalogWith({}, served).catalog.assess(signal);
    expect(here).toMatchObject({ defaultOfferId: null, embeddedOfferId: null });
    expect(here.explanation).toMatch(/models\/embedded\.json.*npm start.*from disk/);
    const withGpu = await catalogWith({ gpu: nvidia }, served).catalog.assess(signal);
    expect(withGpu.defaultOfferId).toBe('Llama-3.2-1B-Instruct-q4f16_1-MLC');
    const load = catalogWith({}, served).catalog.load(
      { kind: 'embedded', engine: 'llama-cpp' },
      () => undefined,
      signal,
    );
    await expect(load).rejects.toMatchObject({ kind: 'weights-not-found' });
  },
);

test('each offer says what it needs, what it may be used for and what speaks against it', async () => {
  const { offers, capabilities } = await catalogWith({ gpu: without16Bits }).catalog.assess(signal);
  const offer = (id: string) => offers.find((one) => one.id === id);
  expect(capabilities).toMatchObject({ webgpu: 'hardware', adapter: 'intel gen-9', threads: true });
  expect(offer('embedded-llama-cpp')).toMatchObject({
    downloadBytes: 111_633_472,
    fit: { fits: true },
  });
  expect(offer('Qwen2.5-3B-Instruct-q4f32_1-MLC')).toMatchObject({
    name: 'Qwen2.5 3B Instruct (q4f32_1)',
    downloadBytes: null,
    memoryBytes: Math.round(2893.64 * 2 ** 20),
    contextTokens: 4096,
    licence: { name: 'Qwen Research', restricted: true },
    fit: { fits: true },
  });
  expect(offer('Phi-3.5-mini-instruct-q4f16_1-MLC-1k')).toMatchObject({
    name: 'Phi 3.5 mini instruct (q4f16_1, 1k context)',
    licence: { name: 'MIT', restricted: false },
    fit: { fits: false },
  });
  expect(offers.filter(({ licence }) => licence.name === 'unknown').map(({ id }) => id)).toEqual([
    'WizardMath-7B-V1.1-q4f16_1-MLC',
  ]);
});

test('sources become addresses that the engines load', async () => {
  const { catalog, engines } = catalogWith({ gpu: nvidia });
  await catalog.load({ kind: 'embedded', engine: 'webllm' }, () => undefined, signal);
  await catalog.load({ kind: 'embedded', engine: 'llama-cpp' }, () => undefined, signal);
  await catalog.load(
    { kind: 'gguf-address', url: 'https://hub.org/a/b.gguf' },
    () => undefined,
    signal,
  );
  expect(engines.loadWebllm.mock.calls.map(([model]) => model)).toMatchObject([
    {
      weights: {
        weightsUrl: 'https://example.org/playground/models/smol-MLC/',
        libraryUrl: 'https://example.org/playground/webllm/smol.wasm',
      },
    },
  ]);
  expect(engines.loadLlamaCpp.mock.calls.map(([model]) => model)).toMatchObject([
    { gguf: { url: 'https://example.org/playground/models/smol.gguf?sha256=d86f' } },
    { id: 'b.gguf', gguf: { url: 'https://hub.org/a/b.gguf' } },
  ]);
});

test('an address that is none is refused before anything is loaded', async () => {
  const { catalog, engines } = catalogWith({});
  for (const url of ['model.gguf', 'file:///model.gguf', 'javascript:alert(1)']) {
    const loading = catalog.load({ kind: 'gguf-address', url }, () => undefined, signal);
    await expect(loading).rejects.toMatchObject({ kind: 'weights-not-found' });
  }
  expect(engines.loadLlamaCpp).not.toHaveBeenCalled();
});

test('the engines of the page are those whose runs are kept', () => {
  expect(ENGINES.map(({ id }) => id)).toEqual(ENGINE_NAMES);
});
