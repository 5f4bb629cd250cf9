import type {
  BackboneSource,
  LoadHiddenStates,
  LoadProgress,
  RewardModel,
} from '../../core/index.ts';
import type { RewardModelEntry } from './known-reward-models.ts';
import type { Fetch } from './head/byte-source.ts';
import { readScoreHead, type HeadSource, makeUpHead, type ScoreHead } from './head/score-head.ts';
import { createHeadRewardModel } from './head-reward-model.ts';

/** What loading a reward model asks of the world. */
export interface RewardModelDependencies {
  readonly loadHiddenStates: LoadHiddenStates;
  /** The address of a file in a repository of the model hub. */
  readonly findHubAddress: (repository: string, file: string) => Promise<string>;
  readonly fetch?: Fetch;
}

/** What a person has chosen to load. */
export interface RewardModelChoice {
  readonly entry: RewardModelEntry;
  readonly backbone: BackboneSource;
  /** `published`: where the entry says, on the model hub; a made-up head is made. */
  readonly head: HeadSource | { readonly kind: 'published' };
}

/** A reward model that holds memory until it is given back. */
export interface LoadedRewardModel extends RewardModel {
  unload(): Promise<void>;
}

/**
 * Loads a reward model: first its head, some kilobytes, so that what is wrong with it is said before the backbone is fetched.
 *
 * @throws HeadError, ModelLoadError or Error with a sentence that says what to do.
 * @throws the signal's reason when it is aborted; nothing half-loaded stays in memory.
 */
export async function loadRewardModel(
  { entry, backbone, head: source }: RewardModelChoice,
  dependencies: RewardModelDependencies,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedRewardModel> {
  onProgress(READING_HEAD);
  const head = await findHead(entry, source, dependencies, signal);
  const hiddenStates = await dependencies.loadHiddenStates(backbone, onProgress, signal);
  try {
    const model = createHeadRewardModel({ hiddenStates, head, entry });
    return { ...model, unload: () => hiddenStates.unload() };
  } catch (error) {
    await hiddenStates.unload();
    throw error;
  }
}

const READING_HEAD: LoadProgress = {
  stage: 'download',
  loadedBytes: null,
  totalBytes: null,
  fraction: null,
  message: 'Reading the reward model’s head',
};

async function findHead(
  entry: RewardModelEntry,
  source: RewardModelChoice['head'],
  { findHubAddress, fetch }: RewardModelDependencies,
  signal: AbortSignal,
): Promise<ScoreHead> {
  signal.throwIfAborted();
  if (source.kind !== 'published') return readScoreHead(source, entry.width, signal, fetch);
  if (entry.head === null) return makeUpHead(entry.width);
  const url = await findHubAddress(entry.head.repository, entry.head.file);
  signal.throwIfAborted();
  return readScoreHead({ kind: 'address', url }, entry.width, signal, fetch);
}
