import type { LoadedPolicy, LoadProgress, ModelSource } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { EMBEDDED_MANIFEST_PATH, type EmbeddedManifest } from '../catalog/embedded-manifest.ts';
import { checkAddress, lastPart } from '../catalog/model-address.ts';
import { embeddedOfferId, type Engine, type SourceWorld } from '../engine.ts';
import { webLocks } from '../worker/life-lock.ts';
import { WORKER_POLICY } from '../worker/late-worker-policy.ts';
import { fetchPrebuiltModels } from './prebuilt-models.ts';
import { isSums, type WebllmModel } from './webllm-model.ts';
import { prebuiltOffers, webllmObstacle } from './webllm-offers.ts';

const ID = 'webllm';

/** WebLLM on WebGPU: models compiled for it, of its own list or from an address pair. */
export function createWebllmEngine({ load } = { load: loadWebllm }): Engine {
  return {
    id: ID,
    label: { name: 'WebLLM on WebGPU', badge: 'WebGPU', device: 'your GPU' },
    suits: ({ webgpu }) => webgpu === 'hardware',
    // Small enough for most, clearly better than the embedded model.
    recommended: [
      { offerId: 'Llama-3.2-1B-Instruct-q4f16_1-MLC', shortName: 'Llama 3.2 1B' },
      { offerId: 'Llama-3.2-1B-Instruct-q4f32_1-MLC', shortName: 'Llama 3.2 1B' },
    ],
    obstacle: webllmObstacle,
    embeddedBytes: ({ webllm }) => webllm.bytes,
    // As tools/webllm-model/mlc-chat-config.json has it.
    embeddedContextTokens: 2048,
    listed: async (browser) => prebuiltOffers(ID, await fetchPrebuiltModels(), browser),
    takes,
    find: (source, world) => {
      const model = modelOf(source, world);
      return model === null ? null : (onProgress, signal) => load(model, onProgress, signal);
    },
  };
}

function takes(source: ModelSource): boolean {
  if (source.kind === 'embedded') return source.engine === ID;
  return source.kind === 'webllm-prebuilt' || source.kind === 'webllm-address';
}

function modelOf(source: ModelSource, { manifest, baseUrl }: SourceWorld): WebllmModel | null {
  if (!takes(source)) return null;
  switch (source.kind) {
    case 'embedded':
      if (manifest === null) throw new ModelLoadError('weights-not-found', 'No embedded model.');
      return embedded(manifest, baseUrl);
    case 'webllm-prebuilt':
      return named(source.modelId, { kind: 'prebuilt', modelId: source.modelId });
    case 'webllm-address':
      return named(lastPart(source.weightsUrl), {
        kind: 'address',
        weightsUrl: checkAddress(source.weightsUrl),
        libraryUrl: checkAddress(source.libraryUrl),
      });
    default:
      return null;
  }
}

function embedded({ model, webllm }: EmbeddedManifest, baseUrl: string): WebllmModel {
  const folder = new URL(EMBEDDED_MANIFEST_PATH, baseUrl);
  return {
    id: embeddedOfferId(ID),
    name: model,
    downloadBytes: webllm.bytes,
    checksWeights: true,
    ...(isSums(webllm.sums) ? { sums: webllm.sums } : {}),
    weights: {
      kind: 'address',
      weightsUrl: new URL(webllm.weights, folder).href,
      libraryUrl: new URL(webllm.library, baseUrl).href,
    },
  };
}

function named(name: string, weights: WebllmModel['weights']): WebllmModel {
  return { id: name, name, weights, downloadBytes: null, checksWeights: false };
}

/**
 * Loads a model in WebLLM, in a worker of its own. This file is all of the engine that is in the page: the vendor's own
 * page side would bring the whole library with it.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
async function loadWebllm(
  model: WebllmModel,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  const { loadWorkerPolicy } = await WORKER_POLICY.load();
  return loadWorkerPolicy(
    {
      createWorker: () =>
        new Worker(new URL('./webllm.worker.ts', import.meta.url), {
          type: 'module',
          name: 'webllm',
        }),
      model,
      locks: webLocks(),
    },
    onProgress,
    signal,
  );
}
