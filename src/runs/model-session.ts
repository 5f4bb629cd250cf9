import {
  messageOf,
  type LoadProgress,
  type LoadedPolicy,
  type ModelCatalog,
  type ModelSource,
  type RewardModel,
} from '../core/index.ts';
import { Subject, type Observable, type Schedule } from './observable.ts';

/** What is held in memory, or on its way there, for what was chosen. */
export type MemoryState<Choice, Held> =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly choice: Choice; readonly progress: LoadProgress }
  | { readonly status: 'ready'; readonly choice: Choice; readonly held: Held }
  | { readonly status: 'failed'; readonly choice: Choice; readonly message: string };

/** What holds memory until it is given back. */
export interface Unloadable {
  unload(): Promise<void>;
}

/**
 * Loads what was chosen.
 *
 * @throws Error with a sentence that says what to do.
 * @throws the signal's reason when it is aborted; nothing half-loaded stays in memory.
 */
export type Load<Choice, Held> = (
  choice: Choice,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<Held>;

export interface MemoryParts<Choice, Held> {
  readonly load: Load<Choice, Held>;
  /** Whether two choices are of the same thing. */
  readonly isSame: (one: Choice, other: Choice) => boolean;
  readonly schedule: Schedule;
}

/** Holds one thing in memory, and loads the next only after the former's memory was given back. */
class MemorySession<Choice, Held extends Unloadable> {
  readonly state: Observable<MemoryState<Choice, Held>>;
  readonly #state: Subject<MemoryState<Choice, Held>>;
  readonly #parts: MemoryParts<Choice, Held>;
  #loading: Loading<Choice, Held> | null = null;
  /** Ends, whatever became of it, when the memory of everything before is free or held by what is ready; null at first. */
  #before: Promise<unknown> | null = null;

  constructor(parts: MemoryParts<Choice, Held>) {
    this.#parts = parts;
    this.#state = new Subject<MemoryState<Choice, Held>>({ status: 'none' }, parts.schedule);
    this.state = this.#state;
  }

  /**
   * What `choice` names, loaded unless it already is; two that wait for the same choice share its load, which is stopped when
   * the last of them leaves.
   *
   * @throws what the loader throws, or an `AbortError` when it is aborted or replaced.
   */
  async ensure(choice: Choice, signal: AbortSignal): Promise<Held> {
    signal.throwIfAborted();
    const { isSame } = this.#parts;
    const current = this.#state.getSnapshot();
    if (current.status === 'ready' && isSame(current.choice, choice)) return current.held;
    const underWay = this.#loading;
    const joins = underWay !== null && isSame(underWay.choice, choice);
    return this.#waitFor(joins ? underWay : this.#begin(choice), signal);
  }

  async #waitFor(loading: Loading<Choice, Held>, signal: AbortSignal): Promise<Held> {
    loading.waiting += 1;
    let leave: () => void = () => undefined;
    const left = new Promise<null>((resolve) => {
      leave = () => {
        loading.waiting -= 1;
        if (loading.waiting > 0) resolve(null);
        else if (this.#loading === loading) this.cancelLoading();
      };
    });
    signal.addEventListener('abort', leave, { once: true });
    // Whoever heard of the beginning may have aborted already.
    if (signal.aborted) leave();
    try {
      const held = await Promise.race([loading.held, left]);
      if (held !== null) return held;
    } finally {
      signal.removeEventListener('abort', leave);
    }
    signal.throwIfAborted();
    throw new Error('Nobody left the load.');
  }

  /** Stops the load under way; whoever waits for it gets an `AbortError`. */
  cancelLoading(): void {
    if (this.#loading === null) return;
    this.#loading.abort.abort();
    this.#loading = null;
    this.#state.set({ status: 'none' });
  }

  /** Gives the memory back, or stops the load under way. What the model is still asked for then fails. */
  async unload(): Promise<void> {
    this.cancelLoading();
    const current = this.#state.getSnapshot();
    if (current.status !== 'ready') return;
    this.#state.set({ status: 'none' });
    const unloaded = current.held.unload();
    this.#before = Promise.allSettled([this.#before, unloaded]);
    await unloaded;
  }

  #begin(choice: Choice): Loading<Choice, Held> {
    this.cancelLoading();
    const current = this.#state.getSnapshot();
    const former = current.status === 'ready' ? current.held : null;
    const before = this.#before;
    let follow: (held: Promise<Held>) => void = () => undefined;
    const held = new Promise<Held>((resolve) => {
      follow = resolve;
    });
    const loading = { choice, abort: new AbortController(), held, waiting: 0 };
    // Both stand before the load begins: whoever hears of its progress may stop or replace it at once.
    this.#loading = loading;
    this.#before = Promise.allSettled([held]);
    follow(this.#load(loading, former, before));
    return loading;
  }

  async #load(
    { choice, abort: { signal } }: Loading<Choice, Held>,
    former: Held | null,
    before: Promise<unknown> | null,
  ): Promise<Held> {
    const report = (progress: LoadProgress): void => {
      if (!signal.aborted) this.#state.set({ status: 'loading', choice, progress });
    };
    report(BEGINNING);
    try {
      if (before !== null) await before;
      if (former !== null) await former.unload();
      signal.throwIfAborted();
      const held = await this.#parts.load(choice, report, signal);
      if (signal.aborted) await held.unload();
      signal.throwIfAborted();
      this.#end(signal, { status: 'ready', choice, held });
      return held;
    } catch (error) {
      this.#end(signal, { status: 'failed', choice, message: messageOf(error) });
      throw error;
    }
  }

  /** A load that was stopped, or replaced by another, says nothing more. */
  #end(signal: AbortSignal, state: MemoryState<Choice, Held>): void {
    if (this.#loading?.abort.signal !== signal) return;
    this.#loading = null;
    this.#state.set(state);
  }
}

interface Loading<Choice, Held> {
  readonly choice: Choice;
  readonly abort: AbortController;
  readonly held: Promise<Held>;
  /** Those that want it. */
  waiting: number;
}

/** What a load is said to be at before its loader has said anything. */
const BEGINNING: LoadProgress = {
  stage: 'start',
  loadedBytes: null,
  totalBytes: null,
  fraction: null,
  message: 'Getting ready',
};

/** The one model that is in memory, or on its way there. */
export type ModelState = MemoryState<ModelSource, LoadedPolicy>;

/** Holds the policy; models are loaded by the catalogue. */
export class ModelSession extends MemorySession<ModelSource, LoadedPolicy> {
  constructor(catalog: ModelCatalog, schedule: Schedule) {
    const load: Load<ModelSource, LoadedPolicy> = (source, onProgress, signal) =>
      catalog.load(source, onProgress, signal);
    super({ load, isSame: isSameSource, schedule });
  }
}

/** A reward model that holds memory until it is given back. */
export interface HeldRewardModel extends RewardModel {
  unload(): Promise<void>;
}

/** The one reward model that is in memory beside the policy, or on its way there. */
export type RewardModelState<Choice> = MemoryState<Choice, HeldRewardModel>;

export type LoadRewardModel<Choice> = Load<Choice, HeldRewardModel>;

/** What a choice is, the loader knows; here one is the same as another only where it is the same object. */
export class RewardModelSession<Choice> extends MemorySession<Choice, HeldRewardModel> {
  constructor(load: LoadRewardModel<Choice>, schedule: Schedule) {
    super({ load, isSame: Object.is, schedule });
  }

  /** The reward model in memory; rejects with a sentence where there is none. */
  inMemory(): Promise<HeldRewardModel> {
    const current = this.state.getSnapshot();
    if (current.status === 'ready') return Promise.resolve(current.held);
    return Promise.reject(
      new Error(
        current.status === 'loading'
          ? 'The reward model is still being loaded: wait until it is ready.'
          : 'No reward model is loaded: choose “Reward model” under “Score again with” and load one.',
      ),
    );
  }
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
    case 'model-server':
      return (
        other.kind === one.kind &&
        other.url === one.url &&
        other.model === one.model &&
        other.inFlight === one.inFlight &&
        other.abilities === one.abilities
      );
  }
}
