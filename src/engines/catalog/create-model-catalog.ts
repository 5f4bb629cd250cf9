import type { LoadedPolicy, LoadProgress, ModelCatalog, ModelSource } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { loadWebllm } from '../webllm/load-webllm.ts';
import type { WebllmModel } from '../webllm/webllm-model.ts';
import { loadLlamaCpp } from '../llama-cpp/load-llama-cpp.ts';
import type { LlamaCppModel } from '../llama-cpp/llama-cpp-model.ts';
import { assessBrowser, type BrowserFacts } from './capabilities.ts';
import { chooseDefault } from './default-choice.ts';
import { fetchEmbeddedManifest } from './embedded-manifest.ts';
import { engineModelOf } from './engine-models.ts';
import { embeddedOffers, prebuiltOffers } from './offers.ts';
import { fetchPrebuiltModels, type PrebuiltModel } from './prebuilt-models.ts';

/** Loads a model on one engine. */
export type EngineLoad<Model> = (
  model: Model,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<LoadedPolicy>;

/** Everything that the catalogue asks of the world. */
export interface CatalogDependencies extends BrowserFacts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Absolute URL of the folder that the page is served from. */
  readonly baseUrl: string;
  readonly fetchPrebuiltModels: () => Promise<readonly PrebuiltModel[]>;
  readonly loadWebllm: EngineLoad<WebllmModel>;
  readonly loadLlamaCpp: EngineLoad<LlamaCppModel>;
}

/** Every engine's models behind one door; without arguments, for the page that it is called in. */
export function createModelCatalog(
  dependencies: CatalogDependencies = browserDependencies(),
): ModelCatalog {
  const { fetch, baseUrl } = dependencies;
  return {
    assess: async (signal) => {
      const [browser, manifest, prebuilt] = await Promise.all([
        assessBrowser(dependencies),
        fetchEmbeddedManifest(fetch, baseUrl, signal),
        dependencies.fetchPrebuiltModels().catch(() => []),
      ]);
      const offers = [
        ...(manifest === null ? [] : embeddedOffers(manifest, browser)),
        ...prebuiltOffers(prebuilt, browser),
      ];
      const { capabilities } = browser;
      return { capabilities, offers, ...chooseDefault(capabilities, offers) };
    },
    load: async (source, onProgress, signal) => {
      signal.throwIfAborted();
      const model = await resolve(source, dependencies, signal);
      return model.engine === 'webllm'
        ? dependencies.loadWebllm(model.model, onProgress, signal)
        : dependencies.loadLlamaCpp(model.model, onProgress, signal);
    },
  };
}

async function resolve(
  source: ModelSource,
  { fetch, baseUrl }: CatalogDependencies,
  signal: AbortSignal,
): Promise<ReturnType<typeof engineModelOf>> {
  if (source.kind !== 'embedded') return engineModelOf(source, null, baseUrl);
  const manifest = await fetchEmbeddedManifest(fetch, baseUrl, signal);
  signal.throwIfAborted();
  if (manifest === null) {
    throw new ModelLoadError(
      'weights-not-found',
      'This server doesn’t carry the small model (models/embedded.json is missing). Run the set-up (npm start), or choose a model from the list or from disk.',
    );
  }
  return engineModelOf(source, manifest, baseUrl);
}

function browserDependencies(): CatalogDependencies {
  return {
    gpu: 'gpu' in navigator ? navigator.gpu : undefined,
    crossOriginIsolated: globalThis.crossOriginIsolated,
    logicalCores: navigator.hardwareConcurrency,
    fetch: (url, init) => globalThis.fetch(url, init),
    baseUrl: document.baseURI,
    fetchPrebuiltModels,
    loadWebllm,
    loadLlamaCpp,
  };
}
