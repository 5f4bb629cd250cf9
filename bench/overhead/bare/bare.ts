import { Wllama, type ChatCompletionChunk } from '@wllama/wllama';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import type { ChatMessage, GenerationRequest, TokenUsage } from '../../../src/core/index.ts';
import { greedy, PAPER_SAMPLING } from '../../../src/core/index.ts';
import { readChunk } from '../../../src/engines/wllama/read-chunk.ts';
import { chatParameters, loadParameters } from '../../../src/engines/wllama/wllama-settings.ts';

/** What the benchmark drives in this page: the vendor's package and nothing else. */
export interface Bare {
  /** Fetches the model and loads it. */
  load(modelUrl: string, contextTokens: number): Promise<BareEngine>;
  /** Sends requests one after another, each as soon as the one before has been answered. */
  send(requests: readonly GenerationRequest[]): Promise<BareRun>;
  /**
   * How many of its first tokens a prompt has in common with another, by the engine's own tokeniser: as many as it
   * finds in the cache when the model is loaded afresh and reads the one after the other.
   */
  sharedTokens(earlier: readonly ChatMessage[], later: readonly ChatMessage[]): Promise<number>;
}

export interface BareEngine {
  readonly threads: number;
  readonly contextTokens: number;
  /** Of llama.cpp. */
  readonly version: string;
}

export interface BareRun {
  /** From the first request to the end of the last answer. */
  readonly seconds: number;
  readonly answers: readonly BareAnswer[];
}

export interface BareAnswer {
  readonly text: string;
  readonly usage: TokenUsage;
  readonly seconds: number;
}

declare global {
  interface Window {
    bare: Bare;
  }
}

const ignore = (): void => undefined;
const logger = { debug: ignore, log: ignore, warn: ignore, error: console.error };
const wllama = new Wllama({ default: wasmUrl }, { logger });
wllama.setCompat(null);

let loadAgain: () => Promise<void> = () => Promise.reject(new Error('No model is loaded.'));

async function load(modelUrl: string, contextTokens: number): Promise<BareEngine> {
  const model = await wllama.modelManager.getModelOrDownload({ url: modelUrl });
  const blobs = await model.open();
  loadAgain = async () => {
    await wllama.exit();
    await wllama.loadModel(blobs, loadParameters(contextTokens));
  };
  await loadAgain();
  return {
    threads: wllama.getNumThreads(),
    contextTokens: wllama.getLoadedContextInfo().n_ctx,
    version: Wllama.getLibllamaVersion(),
  };
}

async function send(requests: readonly GenerationRequest[]): Promise<BareRun> {
  const sent: { readonly chunks: readonly ChatCompletionChunk[]; readonly seconds: number }[] = [];
  const start = performance.now();
  for (const request of requests) {
    const sentAt = performance.now();
    const chunks = await ask(request);
    sent.push({ chunks, seconds: (performance.now() - sentAt) / 1000 });
  }
  const seconds = (performance.now() - start) / 1000;
  // Read only now: the time is the engine's alone.
  return {
    seconds,
    answers: sent.map((answer) => ({ ...readAnswer(answer.chunks), seconds: answer.seconds })),
  };
}

async function ask(request: GenerationRequest): Promise<readonly ChatCompletionChunk[]> {
  const chunks: ChatCompletionChunk[] = [];
  await wllama.createChatCompletion({
    ...chatParameters(request),
    stream: true,
    onData: (chunk) => chunks.push(chunk),
  });
  return chunks;
}

function readAnswer(chunks: readonly ChatCompletionChunk[]): Pick<BareAnswer, 'text' | 'usage'> {
  const read = chunks.map(readChunk);
  const usage = read.findLast((chunk) => chunk.usage !== null)?.usage;
  if (!usage) throw new Error('The engine did not say how many tokens it read and wrote.');
  return { text: read.map((chunk) => chunk.text).join(''), usage };
}

async function sharedTokens(
  earlier: readonly ChatMessage[],
  later: readonly ChatMessage[],
): Promise<number> {
  await loadAgain();
  const sampling = { ...greedy(PAPER_SAMPLING), maxTokens: 1 };
  const { answers } = await send(
    [earlier, later].map((messages) => ({ messages, sampling, seed: 1 })),
  );
  return answers[1]?.usage.cachedPromptTokens ?? 0;
}

window.bare = { load, send, sharedTokens };
