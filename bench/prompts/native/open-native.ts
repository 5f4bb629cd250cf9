import { join } from 'node:path';
import { publicModelsFolder } from '../../../scripts/repository-paths.mjs';
import { isGreedy, type Policy, type TextScorer } from '../../../src/core/index.ts';
import { BatchLoop } from '../../../src/engines/llama-cpp/batch-loop.ts';
import { MOST_ANSWERS, MOST_CONTEXT_TOKENS } from '../../../src/engines/llama-cpp/cache-shape.ts';
import { createLlamaCppPolicy } from '../../../src/engines/llama-cpp/llama-cpp-policy.ts';
import type { LlamaLibrary, ModelFacts } from '../../../src/engines/llama-cpp/llama-library.ts';
import { createThreadChoice } from '../../../src/engines/llama-cpp/thread-choice.ts';
import { openBinding, type NativeBinding } from './open-binding.mjs';

const MODEL = 'SmolLM2-135M-Instruct.Q8_0.gguf';

/** What the page's engine is in here: the same binding, batches and policy, compiled for this processor. */
export interface NativeModel {
  readonly policy: Policy & TextScorer;
  readonly key: string;
}

/**
 * The embedded model without a browser.
 *
 * @param folder that tools/llama-cpp/build-native.sh filled
 * @throws Error in llama.cpp's words
 */
export function openNative(folder: string): NativeModel {
  const binding = openBinding(folder);
  const library = createLibrary(binding);
  const contextTokens = Math.min(library.facts.trainedTokens, MOST_CONTEXT_TOKENS);
  const loop = new BatchLoop({
    ...{ library, contextTokens },
    threads: createThreadChoice(1),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    note: () => undefined,
  });
  const description = {
    id: MODEL,
    name: 'SmolLM2-135M-Instruct',
    engine: 'llama-cpp',
    device: 'CPU: native, 1 thread',
    contextTokens,
    parallelism: MOST_ANSWERS,
    ignoredSettings: [],
    logProbabilityOf: null,
    vocabularyTokens: library.facts.vocabularyTokens,
  };
  const loseEngine = (message: string): void => {
    throw new Error(message);
  };
  const policy = createLlamaCppPolicy({ library, loop, description, loseEngine });
  return { policy, key: `native llama.cpp, ${MODEL}` };
}

function createLibrary(binding: NativeBinding): LlamaLibrary {
  const check = (result: number): number => {
    if (result < 0) throw new Error(binding.failure());
    return result;
  };
  check(binding.loadModel(join(publicModelsFolder, MODEL), 1));
  return {
    facts: factsOf(binding),
    mostThreads: 1,
    useThreads: () => undefined,
    tokenise: (text, { marks, whole }) =>
      binding.tokenise(new TextEncoder().encode(text), whole, marks),
    pieceOf: (token) => binding.readPiece(token),
    isEnd: (token) => binding.isEnd(token) === 1,
    hiddenState: () => {
      throw new Error('Hidden states are not asked for here.');
    },
    ...cacheOf(binding, check),
    ...drawingWith(binding, check),
  };
}

type Check = (result: number) => number;

function cacheOf(
  binding: NativeBinding,
  check: Check,
): Pick<LlamaLibrary, 'makeCache' | 'read' | 'forget' | 'copy'> {
  return {
    makeCache: ({ sequences, length, batch }) => {
      check(binding.makeContext(sequences, length, batch));
    },
    read: (batch) => {
      const entries = batch.map(({ token, place, sequence, wanted }) => [
        ...[token, place, sequence, Number(wanted)],
      ]);
      check(binding.read(Int32Array.from(entries.flat()), batch.length));
    },
    forget: (sequence, from) => binding.forget(sequence, from) === 1,
    copy: (from, to) => {
      binding.copy(from, to);
    },
  };
}

function drawingWith(
  binding: NativeBinding,
  check: Check,
): Pick<LlamaLibrary, 'logProbabilities' | 'makeDrawer'> {
  return {
    logProbabilities: (entry, token, likeliest) => {
      const told = new Float64Array(1 + 2 * likeliest);
      const count = check(binding.logProbabilities(entry, token, likeliest, told));
      return {
        logProbability: Math.min(0, told[0] ?? 0),
        likeliest: Array.from({ length: count }, (_, place) => ({
          token: told[1 + 2 * place] ?? 0,
          logProbability: Math.min(0, told[2 + 2 * place] ?? 0),
        })),
      };
    },
    makeDrawer: (sampling, seed) => {
      const { temperature, topK, topP, presencePenalty } = sampling;
      const warmth = isGreedy(sampling) ? 0 : temperature;
      const drawer = binding.makeDrawer(warmth, topK, topP, presencePenalty, seed);
      return {
        draw: (entry) => check(binding.draw(drawer, entry)),
        free: () => {
          binding.freeDrawer(drawer);
        },
      };
    },
  };
}

function factsOf({ modelNumber, modelText }: NativeBinding): ModelFacts {
  const [layers = 0, heads = 1, sharedHeads = 1] = [3, 4, 5].map(modelNumber);
  const width = modelNumber(2);
  const chatTemplate = modelText(0);
  return {
    trainedTokens: modelNumber(0),
    vocabularyTokens: modelNumber(1),
    width,
    cacheBytesPerToken: 4 * layers * sharedHeads * (width / heads),
    addsFirstToken: modelNumber(6) === 1,
    addsLastToken: modelNumber(7) === 1,
    chatTemplate: chatTemplate === '' ? null : chatTemplate,
    firstToken: modelText(1),
    lastToken: modelText(2),
  };
}
