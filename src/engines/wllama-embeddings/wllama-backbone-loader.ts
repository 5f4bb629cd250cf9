import type { LoadModelParams, Wllama } from '@wllama/wllama';
import type { HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { createMemoryBudget, stateBytesPerToken } from '../wllama/memory-budget.ts';
import { createNative, deviceOf, startModel } from '../wllama/native.ts';
import { openGguf } from '../wllama/open-gguf.ts';
import { isWllamaModel, type WllamaModel } from '../wllama/wllama-model.ts';
import { loadParameters } from '../wllama/wllama-settings.ts';
import type { BackboneLoader } from './serve-hidden-states.ts';
import { createWllamaBackbone } from './wllama-backbone.ts';

export const wllamaBackboneLoader: BackboneLoader = {
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
    await startModel(native, blobs, backboneParameters);
    return createWllamaBackbone({
      wllama,
      description: describe(model, wllama),
      budget: createMemoryBudget(stateBytesPerToken(wllama.getLoadedContextInfo())),
      restart: async () => {
        await wllama.exit();
        await startModel(native, blobs, backboneParameters);
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
  message: 'Starting llama.cpp with the reward model’s backbone',
};

/** As the policy is loaded, on the CPU and without flash attention, but to give vectors and no words. */
function backboneParameters(contextTokens: number): LoadModelParams {
  return { ...loadParameters(contextTokens), embeddings: true, pooling_type: 'last' };
}

function describe(model: WllamaModel, wllama: Wllama): HiddenStatesDescription {
  const info = wllama.getLoadedContextInfo();
  return {
    id: model.id,
    name: model.name,
    device: deviceOf(wllama),
    contextTokens: info.n_ctx,
    width: info.n_embd,
    addsBeginToken: info.add_bos_token,
    addsEndToken: info.add_eos_token,
    chatTemplate: info.metadata['tokenizer.chat_template'] ?? null,
  };
}
