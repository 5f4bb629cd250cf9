import type { LoadProgress, RewardModel } from '../core/index.ts';
import { LOAD_BEGINNING } from './load-beginning.ts';
import { Subject, type Observable, type Schedule } from './observable.ts';

/** A reward model that holds memory until it is given back. */
export interface HeldRewardModel extends RewardModel {
  unload(): Promise<void>;
}

/**
 * Loads the reward model that a person chose.
 *
 * @throws Error with a sentence that says what to do.
 * @throws the signal's reason when it is aborted; nothing half-loaded stays in memory.
 */
export type LoadRewardModel<Choice> = (
  choice: Choice,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<HeldRewardModel>;

/** The one reward model that is in memory beside the policy, or on its way there. */
export type RewardModelState<Choice> =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly choice: Choice; readonly progress: LoadProgress }
  | { readonly status: 'ready'; readonly choice: Choice; readonly rewardModel: HeldRewardModel }
  | { readonly status: 'failed'; readonly choice: Choice; readonly message: string };

/**
 * Loads reward models one at a time, each after the former's memory was given back. What a choice is, the loader knows;
 * here one is the same as another only where it is the same object.
 */
export class RewardModelSession<Choice> {
  readonly state: Observable<RewardModelState<Choice>>;
  readonly #state: Subject<RewardModelState<Choice>>;
  readonly #loadRewardModel: LoadRewardModel<Choice>;
  #loading: Loading<Choice> | null = null;
  /** Ends, whatever became of it, when the memory of everything before is free or held by the model that is ready. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(loadRewardModel: LoadRewardModel<Choice>, schedule: Schedule) {
    this.#loadRewardModel = loadRewardModel;
    this.#state = new Subject<RewardModelState<Choice>>({ status: 'none' }, schedule);
    this.state = this.#state;
  }

  /**
   * The reward model of `choice`, loaded unless it already is; two that wait for the same choice share its load.
   *
   * @throws what the loader throws, or an `AbortError` when it is aborted or replaced.
   */
  async ensure(choice: Choice, signal: AbortSignal): Promise<HeldRewardModel> {
    signal.throwIfAborted();
    const current = this.#state.getSnapshot();
    if (current.status === 'ready' && current.choice === choice) return current.rewardModel;
    const underWay = this.#loading?.choice === choice ? this.#loading : null;
    const loading = underWay ?? this.#begin(choice);
    const cancel = (): void => {
      if (this.#loading === loading) this.cancelLoading();
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await loading.rewardModel;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  /** The reward model in memory; rejects with a sentence where there is none. */
  inMemory(): Promise<HeldRewardModel> {
    const current = this.#state.getSnapshot();
    if (current.status === 'ready') return Promise.resolve(current.rewardModel);
    return Promise.reject(
      new Error(
        current.status === 'loading'
          ? 'The reward model is still being loaded: wait until it is ready.'
          : 'No reward model is loaded: choose “Reward model” under “Score again with” and load one.',
      ),
    );
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
    const unloaded = current.rewardModel.unload();
    this.#before = Promise.allSettled([this.#before, unloaded]);
    await unloaded;
  }

  #begin(choice: Choice): Loading<Choice> {
    this.cancelLoading();
    const abort = new AbortController();
    const current = this.#state.getSnapshot();
    const former = current.status === 'ready' ? current.rewardModel : null;
    const rewardModel = this.#load(choice, former, abort.signal);
    this.#before = Promise.allSettled([rewardModel]);
    this.#loading = { choice, abort, rewardModel };
    return this.#loading;
  }

  async #load(
    choice: Choice,
    former: HeldRewardModel | null,
    signal: AbortSignal,
  ): Promise<HeldRewardModel> {
    const before = this.#before;
    const report = (progress: LoadProgress): void => {
      if (!signal.aborted) this.#state.set({ status: 'loading', choice, progress });
    };
    report(LOAD_BEGINNING);
    try {
      await before;
      await former?.unload();
      signal.throwIfAborted();
      const rewardModel = await this.#loadRewardModel(choice, report, signal);
      if (signal.aborted) await rewardModel.unload();
      signal.throwIfAborted();
      this.#end(signal, { status: 'ready', choice, rewardModel });
      return rewardModel;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#end(signal, { status: 'failed', choice, message });
      throw error;
    }
  }

  /** A load that was stopped, or replaced by another, says nothing more. */
  #end(signal: AbortSignal, state: RewardModelState<Choice>): void {
    if (this.#loading?.abort.signal !== signal) return;
    this.#loading = null;
    this.#state.set(state);
  }
}

interface Loading<Choice> {
  readonly choice: Choice;
  readonly abort: AbortController;
  readonly rewardModel: Promise<HeldRewardModel>;
}
