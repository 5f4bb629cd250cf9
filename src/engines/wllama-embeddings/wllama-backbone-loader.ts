import { Wllama, type LoadModelParams, type WllamaCompat } from '@wllama/wllama';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import type { HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { explainStartFailure } from '../wllama/gguf-failures.ts';
import { createMemoryBudget, stateBytesPerToken } from '../wllama/memory-budget.ts';
import { openGguf } from '../wllama/open-gguf.ts';
import { isWllamaModel, type WllamaModel } from '../wllama/wllama-model.ts';
import { loadParameters } from '../wllama/wllama-settings.ts';
import type { BackboneLoader } from './serve-hidden-states.ts';
import { createWllamaBackbone } from './wllama-backbone.ts';

/** Most tokens of context that are asked for; a model made for fewer gets its own limit. */
const MAX_CONTEXT_TOKENS = 4096;

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
    await startModel(native, blobs);
    return createWllamaBackbone({
      wllama,
      description: describe(model, wllama),
      budget: createMemoryBudget(stateBytesPerToken(wllama.getLoadedContextInfo())),
      restart: async () => {
        await wllama.exit();
        await startModel(native, blobs);
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

/** The vendor's wrapper around llama.cpp, and what llama.cpp complained about so far. */
interface Native {
  readonly wllama: Wllama;
  readonly complaints: readonly string[];
}

/** A failed load says why only in llama.cpp's log. */
async function createNative(): Promise<Native> {
  const complaints: string[] = [];
  const ignore = (): void => undefined;
  const complain = (...words: unknown[]): void => {
    complaints.push(words.map(String).join(' ').trim());
  };
  const logger = { debug: ignore, log: ignore, warn: ignore, error: complain };
  const wllama = new Wllama({ default: wasmUrl }, { logger });
  wllama.setCompat(needsCompat() ? await compatBuild() : null);
  return { wllama, complaints };
}

/** The fast build suspends WebAssembly on promises and addresses 64 bits; browsers without both get the slower one. */
function needsCompat(): boolean {
  // (module (memory i64 1)): valid only where 64-bit memories are.
  const memory64 = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 4, 1);
  return !('Suspending' in WebAssembly) || !WebAssembly.validate(memory64);
}

async function compatBuild(): Promise<WllamaCompat> {
  const [wasm, worker] = await Promise.all([
    import('@wllama/wllama-compat/wasm/wllama.wasm?url'),
    import('@wllama/wllama-compat/wasm/wllama.js?raw'),
  ]);
  return { wasm: wasm.default, worker: { code: worker.default } };
}

/** Loads with the most context that is asked for, and again with the model's own limit where that is less. */
async function startModel({ wllama, complaints }: Native, blobs: Blob[]): Promise<void> {
  try {
    await wllama.loadModel(blobs, backboneParameters(MAX_CONTEXT_TOKENS));
    const { n_ctx: given, n_ctx_train: trained } = wllama.getLoadedContextInfo();
    // The wrapper takes a failed load for a model without a context.
    if (given <= 0 || trained <= 0) throw new Error('the model did not load');
    if (trained >= MAX_CONTEXT_TOKENS) return;
    await wllama.exit();
    await wllama.loadModel(blobs, backboneParameters(trained));
  } catch (error) {
    throw explainStartFailure(error, complaints);
  }
}

function describe(model: WllamaModel, wllama: Wllama): HiddenStatesDescription {
  const threads = wllama.getNumThreads();
  const build = needsCompat() ? ', build for older browsers' : '';
  const info = wllama.getLoadedContextInfo();
  return {
    id: model.id,
    name: model.name,
    device: `CPU: WebAssembly, ${String(threads)} ${threads === 1 ? 'thread' : 'threads'}${build}`,
    contextTokens: info.n_ctx,
    width: info.n_embd,
    addsBeginToken: info.add_bos_token,
    addsEndToken: info.add_eos_token,
    chatTemplate: info.metadata['tokenizer.chat_template'] ?? null,
  };
}
