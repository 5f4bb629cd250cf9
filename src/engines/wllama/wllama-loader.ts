import type { Wllama } from '@wllama/wllama';
import type { PolicyDescription } from '../../core/index.ts';
import type { EngineLoader } from '../worker/serve-engine.ts';
import { loadGguf } from './load-gguf.ts';
import { deviceOf } from './native.ts';
import type { WllamaModel } from './wllama-model.ts';
import { createWllamaPolicy } from './wllama-policy.ts';
import { loadParameters } from './wllama-settings.ts';

export const wllamaLoader: EngineLoader = {
  load: async (model, onProgress, loseEngine) => {
    const { model: known, ...loaded } = await loadGguf(model, onProgress, loadParameters, STARTING);
    return createWllamaPolicy({
      ...loaded,
      description: describe(known, loaded.wllama),
      loseEngine,
    });
  },
};

const STARTING = 'Starting llama.cpp with the model';

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
