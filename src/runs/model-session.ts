import type { LoadedPolicy, LoadProgress, ModelCatalog, ModelSource } from '../core/index.ts';
import { LOAD_BEGINNING } from './load-beginning.ts';
import { Subject, type Observable, type Schedule } from './observable.ts';

/** The one model that is in memory, or on its way there. */
export type ModelState =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly source: ModelSource; readonly progress: LoadProgress }
  | { readonly status: 'ready'; readonly source: ModelSource; readonly policy: LoadedPolicy }
  | { readonly status: 'failed'; readonly source: ModelSource; readonly message: string };

/** Loads models one at a time and gives the former's memory back before the next is loaded. */
export class ModelSession {
  readonly state: Observable<ModelState>;
  readonly #state: Subject<ModelState>;
  readonly #catalog: ModelCatalog;
  #loading: Loading | null = null;

  constructor(catalog: ModelCatalog, schedule: Schedule) {
    this.#catalog = catalog;
    this.#state = new Subject<ModelState>({ status: 'none' }, schedule);
    this.state = this.#state;
  }

  /**
   * The policy of `source`, loaded unless it already is; two that wait for the same model share its load.
   *
   * @throws ModelLoadError where it can't be loaded, or an `AbortError` when it is aborted or replaced.
   */
  async ensure(source: ModelSource, signal: AbortSignal): Promise<LoadedPolicy> {
    const current = this.#state.getSnapshot();
    if (current.status === 'ready' && isSameSource(current.source, source)) return current.policy;
    const joins = this.#loading !== null && isSameSource(this.#loading.source, source);
    if (this.#loading === null || !joins || this.#loading.abort.signal.aborted) {
      this.cancelLoading();
      const abort = new AbortController();
      this.#loading = { source, abort, policy: this.#load(source, current, abort.signal) };
    }
    const { policy, abort } = this.#loading;
    const cancel = (): void => {
      abort.abort();
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await policy;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Stops the load under way; whoever waits for it gets an `AbortError`. */
  cancelLoading(): void {
    this.#loading?.abort.abort();
    this.#loading = null;
  }

  async #load(source: ModelSource, former: ModelState, signal: AbortSignal): Promise<LoadedPolicy> {
    const report = (progress: LoadProgress): void => {
      if (!signal.aborted) this.#state.set({ status: 'loading', source, progress });
    };
    report(LOAD_BEGINNING);
    try {
      if (former.status === 'ready') await former.policy.unload();
      const policy = await this.#catalog.load(source, report, signal);
      if (signal.aborted) await policy.unload();
      signal.throwIfAborted();
      this.#end(signal, { status: 'ready', source, policy });
      return policy;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const state = { status: 'failed', source, message } as const;
      this.#end(signal, signal.aborted ? { status: 'none' } : state);
      throw error;
    }
  }

  /** A load that another has replaced says nothing more. */
  #end(signal: AbortSignal, state: ModelState): void {
    if (this.#loading !== null && this.#loading.abort.signal !== signal) return;
    this.#loading = null;
    this.#state.set(state);
  }
}

interface Loading {
  readonly source: ModelSource;
  readonly abort: AbortController;
  readonly policy: Promise<LoadedPolicy>;
}

export function isSameSource(one: ModelSource, other: ModelSource): boolean {
  switch (one.kind) {
    case 'embedded':
      return other.kind === one.kind && other.engine === one.engine;
    case 'webllm-prebuilt':
      return other.kind === one.kind && other.modelId === one.modelId;
    case 'webllm-address':
      return (
        other.kind === one.kind &&
        other.weightsUrl === one.weightsUrl &&
        other.libraryUrl === one.libraryUrl
      );
    case 'gguf-address':
      return other.kind === one.kind && other.url === one.url;
    case 'gguf-file':
      return other.kind === one.kind && other.files === one.files;
  }
}
