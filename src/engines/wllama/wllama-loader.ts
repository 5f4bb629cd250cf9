import type { Wllama } from '@wllama/wllama';
import type { LoadProgress, PolicyDescription } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import type { EngineLoader } from '../worker/serve-engine.ts';
import { createNative, deviceOf, startModel } from './native.ts';
import { openGguf } from './open-gguf.ts';
import { createMemoryBudget, stateBytesPerToken } from './memory-budget.ts';
import { isWllamaModel, type WllamaModel } from './wllama-model.ts';
import { createWllamaPolicy } from './wllama-policy.ts';
import { loadParameters } from './wllama-settings.ts';

export const wllamaLoader: EngineLoader = {
  load: async (model, onProgress, loseEngine) => {
    if (!isWllamaModel(model)) {
      throw new ModelLoadError(
        'load-failed',
        'The page asked for a model in words not known here.',
      );
    }
    const native = await createNative();
    const { wllama } = native;
    const blobs = await openGguf(model.gguf, wllama.modelManager, onProgress);
    onProgress(START);
    await startModel(native, blobs, loadParameters);
    return createWllamaPolicy({
      wllama,
      description: describe(model, wllama),
      budget: createMemoryBudget(stateBytesPerToken(wllama.getLoadedContextInfo())),
      restart: async () => {
        await wllama.exit();
        await startModel(native, blobs, loadParameters);
      },
      loseEngine,
    });
  },
};

const START: LoadProgress = {
  stage: 'start',
  loadedBytes: null,
  totalBytes: null,
  fraction: null,
  message: 'Starting llama.cpp with the model',
};

function describe(model: WllamaModel, wllama: Wllama): PolicyDescription {
  const { n_ctx: contextTokens, n_vocab: vocabularyTokens } = wllama.getLoadedContextInfo();
  return {
    id: model.id,
    name: model.name,
    engine: 'wllama',
    device: deviceOf(wllama),
    contextTokens,
    parallelism: 1,
    ignoredSettings: [],
    logProbabilityOf:
      'The model’s own distribution over all tokens: before temperature, top-k, top-p and penalties.',
    vocabularyTokens,
  };
}
