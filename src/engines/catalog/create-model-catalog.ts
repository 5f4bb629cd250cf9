import type { ModelCatalog, ModelOffer, ModelSource } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import type { Engine, LoadModel, SourceWorld } from '../engine.ts';
import { ENGINES } from '../registry.ts';
import { assessBrowser, type AssessedBrowser, type BrowserFacts } from './assess-browser.ts';
import { chooseDefault } from './default-choice.ts';
import { fetchEmbeddedManifest } from './embedded-manifest.ts';
import { embeddedOffers } from './offers.ts';

/** Everything that the catalogue asks of the world. */
export interface CatalogDependencies extends BrowserFacts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Absolute URL of the folder that the page is served from. */
  readonly baseUrl: string;
  readonly engines: readonly Engine[];
  /** What asks model servers; none are asked where left out. */
  readonly servers?: SourceWorld['servers'];
}

/** Every engine's models behind one door; without arguments, for the page that it is called in. */
export function createModelCatalog(
  dependencies: CatalogDependencies = pageDependencies(),
): ModelCatalog {
  const { fetch, baseUrl, engines } = dependencies;
  return {
    assess: async (signal) => {
      const [browser, manifest] = await Promise.all([
        assessBrowser(dependencies),
        fetchEmbeddedManifest(fetch, baseUrl, signal),
      ]);
      const offers = [
        ...(manifest === null ? [] : embeddedOffers(engines, manifest, browser)),
        ...(await listedOffers(engines, browser)),
      ];
      const { capabilities } = browser;
      return { capabilities, offers, ...chooseDefault(engines, capabilities, offers) };
    },
    lacks: (source) => engines.find((engine) => engine.takes(source))?.lacks?.(source) ?? [],
    load: async (source, onProgress, signal) => {
      signal.throwIfAborted();
      const load = await find(source, dependencies, signal);
      return load(onProgress, signal);
    },
  };
}

/** What the engines list themselves; a list that can't be fetched is left out. */
async function listedOffers(
  engines: readonly Engine[],
  browser: AssessedBrowser,
): Promise<readonly ModelOffer[]> {
  const lists = engines.map(async ({ label, listed }): Promise<readonly ModelOffer[]> => {
    if (listed === undefined) return [];
    const offers = await listed(browser).catch(() => []);
    return offers.map((offer) => ({ ...offer, engineLabel: label }));
  });
  return (await Promise.all(lists)).flat();
}

async function find(
  source: ModelSource,
  { fetch, baseUrl, engines, servers = null }: CatalogDependencies,
  signal: AbortSignal,
): Promise<LoadModel> {
  const embedded = source.kind === 'embedded';
  const manifest = embedded ? await fetchEmbeddedManifest(fetch, baseUrl, signal) : null;
  signal.throwIfAborted();
  if (embedded && manifest === null) {
    throw new ModelLoadError(
      'weights-not-found',
      'This server doesn’t carry the small model (models/embedded.json is missing). Run the set-up (npm start), or choose a model from the list or from disk.',
    );
  }
  for (const engine of engines) {
    const load = engine.find(source, { manifest, baseUrl, servers });
    if (load !== null) return load;
  }
  throw new ModelLoadError(
    'not-a-model',
    'No engine of this page loads such a model: choose another.',
  );
}

/** What the page that it is called in brings. */
export function pageDependencies(servers: SourceWorld['servers'] = null): CatalogDependencies {
  return {
    servers,
    gpu: 'gpu' in navigator ? navigator.gpu : undefined,
    crossOriginIsolated: globalThis.crossOriginIsolated,
    logicalCores: navigator.hardwareConcurrency,
    fetch: (url, init) => globalThis.fetch(url, init),
    baseUrl: document.baseURI,
    engines: ENGINES,
  };
}
