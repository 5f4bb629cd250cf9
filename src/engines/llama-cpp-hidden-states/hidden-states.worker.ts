import '../worker/zod-without-eval.ts';
import type { HiddenStatesDescription } from '../../core/index.ts';
import { BATCH_TOKENS } from '../llama-cpp/batch-cache.ts';
import { MOST_CONTEXT_TOKENS } from '../llama-cpp/cache-shape.ts';
import { explainStartFailure } from '../llama-cpp/llama-failures.ts';
import type { LlamaCppModel } from '../llama-cpp/llama-cpp-model.ts';
import { deviceOf, loadGguf } from '../llama-cpp/load-gguf.ts';
import type { LlamaLibrary } from '../llama-cpp/llama-library.ts';
import { pause } from '../llama-cpp/pause.ts';
import { measureThreads } from '../llama-cpp/thread-trial.ts';
import { webLocks } from '../worker/life-lock.ts';
import { createLlamaCppBackbone } from './llama-cpp-backbone.ts';
import { serveHiddenStates, type BackboneLoader } from './hidden-states-service.ts';

const STARTING = 'Starting llama.cpp with the reward model’s backbone';

const loader: BackboneLoader = {
  load: async (model, { onProgress, loseEngine }) => {
    const { model: known, library } = await loadGguf(model, onProgress, STARTING);
    try {
      const threads = measureThreads(library, BATCH_TOKENS, () => performance.now());
      const contextTokens = Math.min(library.facts.trainedTokens, MOST_CONTEXT_TOKENS);
      library.makeCache({
        sequences: 1,
        length: contextTokens,
        batch: BATCH_TOKENS,
        hiddenStates: true,
      });
      library.useThreads(threads);
      const description = describe(known, library, contextTokens, threads);
      return createLlamaCppBackbone({ library, description, pause, loseEngine });
    } catch (error) {
      throw explainStartFailure(error);
    }
  },
};

function describe(
  model: LlamaCppModel,
  { facts }: LlamaLibrary,
  contextTokens: number,
  threads: number,
): HiddenStatesDescription {
  return {
    id: model.id,
    name: model.name,
    device: deviceOf(threads),
    contextTokens,
    width: facts.width,
    addsBeginToken: facts.addsFirstToken,
    addsEndToken: facts.addsLastToken,
    chatTemplate: facts.chatTemplate,
  };
}

serveHiddenStates(self, loader, webLocks());
