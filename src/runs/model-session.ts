import type { LoadedPolicy, ModelCatalog, ModelSource, RewardModel } from '../core/index.ts';
import { MemorySession, type Load, type MemoryState } from './memory-session.ts';
import type { Schedule } from './observable.ts';

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
  }
}
