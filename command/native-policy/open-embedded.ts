import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { LLAMA_CPP_GGUF, MODEL_NAME } from '../../scripts/embedded-model/pinned-files.mjs';
import { publicModelsFolder } from '../../scripts/repository-paths.mjs';
import { ensureEmbeddedModel } from '../../scripts/setup/embedded-model.mjs';
import { messageOf, ModelLoadError, type PolicyDescription } from '../../src/core/index.ts';
import { embeddedOfferId } from '../../src/engines/engine.ts';
import { MOST_ANSWERS, MOST_CONTEXT_TOKENS } from '../../src/engines/llama-cpp/cache-shape.ts';
import {
  type ChatFacts,
  createChatPrompts,
  thoughtMarksOf,
} from '../../src/engines/llama-cpp/chat-prompt.ts';
import { LLAMA_CPP } from '../../src/engines/llama-cpp/llama-cpp-model.ts';
import { isRecord, isString } from '../../src/engines/worker/read-values.ts';
import { createNativePolicy } from './native-policy.ts';
import {
  type Llama,
  loadNodeLlamaCpp,
  NODE_LLAMA_CPP,
  type NativeModel,
  type NodeLlamaCpp,
} from './node-llama-cpp.ts';

/** The model as runs name it: that of the page's own engine, whose file and prompts are the same. */
export const EMBEDDED_ID = embeddedOfferId(LLAMA_CPP);

export type NativePolicy = ReturnType<typeof createNativePolicy> & {
  unload(): Promise<void>;
};

/**
 * The embedded model in this process, by llama.cpp for Node.js.
 *
 * @param inFlight answers to be drawn at once
 * @throws PlainError where llama.cpp for Node.js isn't installed, with the command that installs it; or where the model can't be fetched
 * @throws ModelLoadError in llama.cpp's words
 * @throws the signal's reason when it is aborted.
 */
export async function openEmbedded(inFlight: number, signal: AbortSignal): Promise<NativePolicy> {
  const nodeLlamaCpp = await loadNodeLlamaCpp();
  await ensureEmbeddedModel();
  signal.throwIfAborted();
  return loadEmbedded(nodeLlamaCpp, inFlight, signal);
}

/** Loads the model, which lies there. @throws as `openEmbedded` does, and holds nothing of it then */
export async function loadEmbedded(
  nodeLlamaCpp: NodeLlamaCpp,
  inFlight: number,
  signal: AbortSignal,
): Promise<NativePolicy> {
  const threads = threadsHere();
  let llama: Llama | null = null;
  try {
    llama = await nodeLlamaCpp.getLlama({
      ...{ gpu: false, build: 'never', logLevel: 'error', maxThreads: threads },
    });
    return await loadInto(llama, inFlight, threads, signal);
  } catch (error) {
    await llama?.dispose();
    signal.throwIfAborted();
    const words = `llama.cpp could not load the embedded model: ${messageOf(error)}`;
    throw new ModelLoadError('load-failed', words, { cause: error });
  }
}

async function loadInto(
  llama: Llama,
  inFlight: number,
  threads: number,
  signal: AbortSignal,
): Promise<NativePolicy> {
  const model = await llama.loadModel({
    modelPath: join(publicModelsFolder, LLAMA_CPP_GGUF.name),
    gpuLayers: 0,
    loadSignal: signal,
  });
  const facts = factsOf(model);
  const contextTokens = Math.min(model.trainContextSize, MOST_CONTEXT_TOKENS);
  const sequences = Math.min(inFlight, MOST_ANSWERS);
  const context = await model.createContext({
    ...{ sequences, contextSize: contextTokens, threads, createSignal: signal },
  });
  signal.throwIfAborted();
  const policy = createNativePolicy({
    model,
    sequences: Array.from({ length: sequences }, () => context.getSequence()),
    prompts: createChatPrompts({
      facts,
      tokenise: (text, { marks }) => [...model.tokenize(text, marks)],
      pieceOf: (token, marks = false) => new TextEncoder().encode(model.detokenize([token], marks)),
    }),
    description: describe(facts, contextTokens, sequences, threads, vocabularyOf(model)),
  });
  return { ...policy, unload: () => llama.dispose() };
}

/** Threads wait for each other: where something else runs on one's core, all do. */
function threadsHere(): number {
  return Math.max(1, availableParallelism() - 1);
}

function describe(
  facts: ChatFacts,
  contextTokens: number,
  parallelism: number,
  threads: number,
  vocabularyTokens: number | null,
): PolicyDescription {
  const thoughtMarks = thoughtMarksOf(facts);
  const counted = `${String(threads)} ${threads === 1 ? 'thread' : 'threads'}`;
  return {
    id: EMBEDDED_ID,
    name: MODEL_NAME,
    engine: LLAMA_CPP,
    device: `CPU: node-llama-cpp ${NODE_LLAMA_CPP}, ${counted}`,
    ...{ contextTokens, parallelism, ignoredSettings: [], vocabularyTokens },
    logProbabilityOf:
      'The model’s own distribution over all tokens: before temperature, top-k, top-p and penalties.',
    chatTemplate: facts.chatTemplate === null ? 'chatml-assumed' : 'own',
    ...(thoughtMarks === null ? {} : { thoughtMarks }),
  };
}

function factsOf({ fileInfo, tokens }: NativeModel): ChatFacts {
  const tokenizer = partOf(fileInfo.metadata, 'tokenizer');
  const template = isRecord(tokenizer) ? tokenizer.chat_template : undefined;
  return {
    chatTemplate: isString(template) ? template : null,
    addsFirstToken: tokens.shouldPrependBosToken,
    firstToken: tokens.bosString ?? '',
    lastToken: tokens.eosString ?? '',
  };
}

/** Tokens that the model can choose among, as its file says; null where it doesn't. */
function vocabularyOf({ fileInfo }: NativeModel): number | null {
  const size = partOf(partOf(fileInfo.metadata, 'llama'), 'vocab_size');
  return typeof size === 'number' ? size : null;
}

function partOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}
