import type { BackboneSource, HiddenStates, LoadHiddenStates } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { fetchEmbeddedManifest } from '../catalog/embedded-manifest.ts';
import { ggufModelOf } from '../llama-cpp/llama-cpp-engine.ts';
import type { LlamaCppModel } from '../llama-cpp/llama-cpp-model.ts';
import { webLocks } from '../worker/life-lock.ts';
import { loadWorkerHiddenStates } from './worker-hidden-states.ts';

/** What finding a backbone asks of the world. */
export interface BackboneDependencies {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Absolute URL of the folder that the page is served from. */
  readonly baseUrl: string;
}

/** Loads a backbone in llama.cpp's WebAssembly build, each in a worker of its own, beside the policy's. */
export const loadHiddenStates: LoadHiddenStates = async (
  source,
  onProgress,
  signal,
): Promise<HiddenStates> => {
  signal.throwIfAborted();
  const model = await resolveBackbone(source, browserDependencies(), signal);
  signal.throwIfAborted();
  const createWorker = (): Worker =>
    new Worker(new URL('./hidden-states.worker.ts', import.meta.url), {
      type: 'module',
      name: 'llama-cpp-hidden-states',
    });
  return loadWorkerHiddenStates({ createWorker, model, locks: webLocks() }, onProgress, signal);
};

/**
 * The source in llama.cpp's words.
 *
 * @throws ModelLoadError where the page doesn't carry the model, or where an address is none.
 */
export async function resolveBackbone(
  source: BackboneSource,
  { fetch, baseUrl }: BackboneDependencies,
  signal: AbortSignal,
): Promise<LlamaCppModel> {
  const embedded = source.kind === 'embedded';
  const manifest = embedded ? await fetchEmbeddedManifest(fetch, baseUrl, signal) : null;
  if (embedded && manifest === null) {
    signal.throwIfAborted();
    throw new ModelLoadError(
      'weights-not-found',
      'This server doesn’t carry the small model (models/embedded.json is missing). Run the set-up (npm start), or choose a GGUF by address or from disk.',
    );
  }
  const model = ggufModelOf(source, { manifest, baseUrl });
  if (model === null) {
    throw new ModelLoadError('not-a-model', 'A reward model’s backbone must be a GGUF file.');
  }
  return model;
}

/** As the page's side promises it: `late-hidden-states.ts`. */
export async function findHubAddress(repository: string, file: string): Promise<string> {
  const { getHFModelSource } = await import('@wllama/wllama');
  try {
    return (await getHFModelSource({ repo: repository, file })).url;
  } catch (error) {
    throw new Error(
      `The model hub did not answer for ${repository}. Check the network and try again, or download ${file} and choose it from disk.`,
      { cause: error },
    );
  }
}

function browserDependencies(): BackboneDependencies {
  return {
    fetch: (url, init) => globalThis.fetch(url, init),
    baseUrl: document.baseURI,
  };
}
