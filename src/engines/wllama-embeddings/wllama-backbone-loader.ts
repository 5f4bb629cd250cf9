import type { LoadModelParams, Wllama } from '@wllama/wllama';
import type { HiddenStatesDescription } from '../../core/index.ts';
import { loadGguf } from '../wllama/load-gguf.ts';
import { deviceOf } from '../wllama/native.ts';
import type { WllamaModel } from '../wllama/wllama-model.ts';
import { loadParameters } from '../wllama/wllama-settings.ts';
import type { BackboneLoader } from './serve-hidden-states.ts';
import { createWllamaBackbone } from './wllama-backbone.ts';

export const wllamaBackboneLoader: BackboneLoader = {
  load: async (model, onProgress, loseEngine) => {
    const { model: known, ...loaded } = await loadGguf(
      model,
      onProgress,
      backboneParameters,
      STARTING,
    );
    return createWllamaBackbone({
      ...loaded,
      description: describe(known, loaded.wllama),
      loseEngine,
    });
  },
};

const STARTING = 'Starting llama.cpp with the reward model’s backbone';

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
