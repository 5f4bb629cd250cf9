import '../worker/zod-without-eval.ts';
import type { PolicyDescription } from '../../core/index.ts';
import { webLocks } from '../worker/life-lock.ts';
import { servePolicy, type EngineLoader } from '../worker/policy-service.ts';
import { BATCH_TOKENS } from './batch-cache.ts';
import { BatchLoop } from './batch-loop.ts';
import { thoughtMarksOf } from './chat-prompt.ts';
import { MOST_ANSWERS, MOST_CONTEXT_TOKENS } from './cache-shape.ts';
import { explainStartFailure } from './llama-failures.ts';
import { LLAMA_CPP, type LlamaCppModel } from './llama-cpp-model.ts';
import { createLlamaCppPolicy } from './llama-cpp-policy.ts';
import type { LlamaLibrary } from './llama-library.ts';
import { deviceOf, loadGguf } from './load-gguf.ts';
import { pause } from './pause.ts';
import { createThreadChoice } from './thread-choice.ts';
import { measureThreads } from './thread-trial.ts';

const STARTING = 'Starting llama.cpp with the model';

const loader: EngineLoader = {
  load: async (model, { onProgress, loseEngine, note }) => {
    const { model: known, library, note: noted } = await loadGguf(model, onProgress, STARTING);
    if (noted !== null) note(noted);
    const now = (): number => performance.now();
    const contextTokens = Math.min(library.facts.trainedTokens, MOST_CONTEXT_TOKENS);
    try {
      const threads = createThreadChoice(measureThreads(library, BATCH_TOKENS, now));
      const loop = new BatchLoop({ library, contextTokens, threads, pause, now, note });
      const description = describe(known, library, contextTokens, threads.count);
      return createLlamaCppPolicy({ library, loop, description, loseEngine });
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
): PolicyDescription {
  const thoughtMarks = thoughtMarksOf(facts);
  return {
    id: model.id,
    name: model.name,
    engine: LLAMA_CPP,
    device: deviceOf(threads),
    contextTokens,
    parallelism: MOST_ANSWERS,
    ignoredSettings: [],
    logProbabilityOf:
      'The model’s own distribution over all tokens: before temperature, top-k, top-p and penalties.',
    vocabularyTokens: facts.vocabularyTokens,
    chatTemplate: facts.chatTemplate === null ? 'chatml-assumed' : 'own',
    ...(thoughtMarks === null ? {} : { thoughtMarks }),
  };
}

servePolicy(self, loader, webLocks());
