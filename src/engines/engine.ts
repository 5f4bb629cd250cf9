import type {
  Capabilities,
  EngineLabel,
  Late,
  LoadedPolicy,
  LoadProgress,
  ModelOffer,
  ModelServers,
  ModelSource,
  PolicyAbility,
} from '../core/index.ts';
import type { AssessedBrowser } from './catalog/assess-browser.ts';
import type { EmbeddedManifest } from './catalog/embedded-manifest.ts';

/** All that the page knows of an engine: one of these stands in the list of `registry.ts` for each. */
export interface Engine {
  /** What runs and sources name it by; the name of its folder. */
  readonly id: string;
  readonly label: EngineLabel;
  /** Whether models are chosen for it without being asked for: it is fast enough here. */
  suits(capabilities: Capabilities): boolean;
  /** Offers of its own list that are recommended where it suits, the best first; none where left out. */
  readonly recommended?: readonly RecommendedOffer[];
  /** Why nothing runs on it in this browser, in a sentence; null where it can start. */
  readonly obstacle: (browser: AssessedBrowser) => string | null;
  /** Bytes of the model that the server carries, in this engine's form; left out where it is carried in none. */
  readonly embeddedBytes?: (manifest: EmbeddedManifest) => number;
  /** What the embedded model reads at most on this engine, in tokens; not known where left out. */
  readonly embeddedContextTokens?: number;
  /** Models of a list that comes with the engine; none where left out. */
  readonly listed?: (browser: AssessedBrowser) => Promise<readonly EngineOffer[]>;
  /** What its policies can't do with such a source; nothing where left out. The page says so, and offers no scorer that needs it. */
  readonly lacks?: (source: ModelSource) => readonly PolicyAbility[];
  /** Whether it loads such a source. */
  readonly takes: (source: ModelSource) => boolean;
  /**
   * What loads a source that it takes; null where it takes none such.
   *
   * @throws ModelLoadError where an address is none.
   */
  find(source: ModelSource, world: SourceWorld): LoadModel | null;
}

/** An offer as an engine makes it; its label is added by the catalogue. */
export type EngineOffer = Omit<ModelOffer, 'engineLabel'>;

export interface RecommendedOffer {
  readonly offerId: string;
  /** As the line that explains the choice calls it. */
  readonly shortName: string;
}

/** Where sources are looked up. */
export interface SourceWorld {
  /** Of the model that the server carries; needed for an embedded source only, null where it carries none. */
  readonly manifest: EmbeddedManifest | null;
  /** Absolute URL of the folder that the page is served from. */
  readonly baseUrl: string;
  /** What asks model servers; null on a page that asks none. */
  readonly servers: Late<ModelServers> | null;
}

/**
 * Loads one model.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export type LoadModel = (
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<LoadedPolicy>;

/** Id of the offer of the embedded model on an engine. */
export function embeddedOfferId(engineId: string): string {
  return `embedded-${engineId}`;
}
