import type { LoadModelParams, Wllama } from '@wllama/wllama';
import { ModelLoadError, type LoadProgress } from '../../core/index.ts';
import { createMemoryBudget, stateBytesPerToken, type MemoryBudget } from './memory-budget.ts';
import { createNative, startModel } from './native.ts';
import { openGguf } from './open-gguf.ts';
import { isWllamaModel, type WllamaModel } from './wllama-model.ts';

/** A GGUF that llama.cpp has loaded, whatever it is used for. */
export interface LoadedGguf {
  readonly model: WllamaModel;
  readonly wllama: Wllama;
  readonly budget: MemoryBudget;
  /** Frees all memory and loads the model again. */
  readonly restart: () => Promise<void>;
}

/**
 * Fetches and loads the model that the page asks for.
 *
 * @param parametersFor how it is loaded with a context of so many tokens
 * @param starting what is told while llama.cpp starts
 * @throws ModelLoadError
 */
export async function loadGguf(
  model: unknown,
  onProgress: (progress: LoadProgress) => void,
  parametersFor: (contextTokens: number) => LoadModelParams,
  starting: string,
): Promise<LoadedGguf> {
  if (!isWllamaModel(model)) {
    throw new ModelLoadError('load-failed', 'The page asked for a model in words not known here.');
  }
  const native = await createNative();
  const { wllama } = native;
  const blobs = await openGguf(model.gguf, wllama.modelManager, onProgress);
  onProgress({
    stage: 'start',
    loadedBytes: null,
    totalBytes: null,
    fraction: null,
    message: starting,
  });
  await startModel(native, blobs, parametersFor);
  return {
    model,
    wllama,
    budget: createMemoryBudget(stateBytesPerToken(wllama.getLoadedContextInfo())),
    restart: async () => {
      await wllama.exit();
      await startModel(native, blobs, parametersFor);
    },
  };
}
