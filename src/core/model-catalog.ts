import type { PolicyAbility } from './policy-abilities.ts';
import type { Policy } from './policy.ts';
import type { ServerAbilities } from './server-abilities.ts';

/** Finds out what this machine can run, and loads it: every engine's models behind one door. */
export interface ModelCatalog {
  /** Looks at the browser and at what the server carries. Never throws: what is missing is said in the result. */
  assess(signal: AbortSignal): Promise<CatalogAssessment>;
  /** What the engine that runs a source can't do. */
  readonly lacks: (source: ModelSource) => readonly PolicyAbility[];
  /**
   * Loads a model, reporting progress.
   *
   * @throws ModelLoadError with a sentence that says what to do.
   * @throws the signal's reason when it is aborted; nothing half-loaded stays in memory.
   */
  load(
    source: ModelSource,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadedPolicy>;
}

/** A policy that holds memory until it is given back. */
export interface LoadedPolicy extends Policy {
  /** What a person should know of how it runs here; nothing where left out. */
  readonly notes?: PolicyNotes;
  unload(): Promise<void>;
}

/** Sentences for people that can grow, for example that the model is not kept; as `useSyncExternalStore` takes them. */
export interface PolicyNotes {
  readonly getSnapshot: () => readonly string[];
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What this browser can run, and what it should begin with. */
export interface CatalogAssessment {
  readonly capabilities: Capabilities;
  readonly offers: readonly ModelOffer[];
  /** Id of the offer to start with, null where nothing can run before the person names a model. */
  readonly defaultOfferId: string | null;
  /** Id of the embedded model's offer that starts at once, null where the server doesn't carry it. */
  readonly embeddedOfferId: string | null;
  /** The default choice and its reason, in one line for people. */
  readonly explanation: string;
}

/** What the browser and its machine bring. */
export interface Capabilities {
  readonly webgpu: 'hardware' | 'software' | 'no-adapter' | 'missing';
  /** Adapter's name, null without one. */
  readonly adapter: string | null;
  readonly shaderF16: boolean;
  /** Bytes; 0 without an adapter. */
  readonly maxBufferBytes: number;
  readonly maxStorageBindingBytes: number;
  /** Whether WebAssembly threads can be used (the page is cross-origin isolated). */
  readonly threads: boolean;
  readonly logicalCores: number;
}

/** One model that can be chosen from the list, or that can't and says why. */
export interface ModelOffer {
  readonly id: string;
  readonly name: string;
  readonly engine: string;
  readonly engineLabel: EngineLabel;
  readonly source: ModelSource;
  readonly origin: 'embedded' | 'hub';
  /** Null where it isn't known before the download. */
  readonly downloadBytes: number | null;
  /** Memory needed on the device while it runs. */
  readonly memoryBytes: number | null;
  readonly contextTokens: number | null;
  readonly licence: LicenceFamily;
  /** Whether it thinks before it answers, `switched-off`: it could, and is asked not to; absent where it is not known to. */
  readonly thinking?: 'switched-off' | 'always';
  readonly fit: ModelFit;
}

/** An engine, for people. */
export interface EngineLabel {
  /** For example "WebLLM on WebGPU". */
  readonly name: string;
  /** The same in a word or two, beside a model's name. */
  readonly badge: string;
  /** What it runs on, as an object: "runs on your GPU". */
  readonly device: string;
}

export interface LicenceFamily {
  /** For example "Apache-2.0", "Llama 3.2 Community", "Gemma Terms of Use". */
  readonly name: string;
  /** Whether use is bound to terms beyond an open-source licence, which a person should read first. */
  readonly restricted: boolean;
}

/** Whether a model can be loaded here; where not, why, in a sentence. */
export type ModelFit = { readonly fits: true } | { readonly fits: false; readonly reason: string };

/** Where a model comes from. Addresses are absolute URLs that the person typed or the list holds. */
export type ModelSource =
  | { readonly kind: 'embedded'; readonly engine: string }
  | { readonly kind: 'webllm-prebuilt'; readonly modelId: string }
  | { readonly kind: 'webllm-address'; readonly weightsUrl: string; readonly libraryUrl: string }
  | { readonly kind: 'gguf-address'; readonly url: string }
  | { readonly kind: 'gguf-file'; readonly files: readonly File[] }
  | ServerSource;

/** A model behind a server that speaks the OpenAI protocol. */
export interface ServerSource {
  readonly kind: 'model-server';
  /** What its paths begin with, for example "http://localhost:8000/v1". */
  readonly url: string;
  readonly model: string;
  /** Most requests that are under way at once. */
  readonly inFlight: number;
  readonly abilities: ServerAbilities;
}

/** How far loading has got; null where it isn’t known. */
export interface LoadProgress {
  readonly stage: 'download' | 'load-from-cache' | 'compile-shaders' | 'start';
  readonly loadedBytes: number | null;
  readonly totalBytes: number | null;
  /** In [0, 1]; null while unknown. */
  readonly fraction: number | null;
  /** What is being done, in words. */
  readonly message: string;
}

export type ModelLoadErrorKind =
  | 'no-webgpu'
  | 'no-adapter'
  | 'does-not-fit'
  | 'weights-not-found'
  | 'library-not-found'
  | 'library-mismatch'
  | 'connection-lost'
  | 'storage-full'
  | 'out-of-memory'
  | 'not-a-model'
  | 'load-failed';

/** Why a model could not be loaded, its message a sentence for people with the next step. */
export class ModelLoadError extends Error {
  readonly kind: ModelLoadErrorKind;

  constructor(kind: ModelLoadErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ModelLoadError';
    this.kind = kind;
  }
}
