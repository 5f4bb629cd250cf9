import type { GenerationRequest, LoadedPolicy, TokenUsage } from '../../../src/core/index.ts';
import {
  draftMessages,
  greedy,
  PAPER_SAMPLING,
  type ChatMessage,
} from '../../../src/core/index.ts';
import { loadLlamaCpp } from '../../../src/engines/llama-cpp/llama-cpp-engine.ts';

/** What the benchmark drives in this page: the engine and nothing else. */
export interface Bare {
  /** Fetches the model and loads it. */
  load(modelUrl: string): Promise<BareEngine>;
  /** Sends requests layer by layer, those of a layer at once, each layer as soon as the one before has been answered. */
  send(layers: readonly (readonly GenerationRequest[])[]): Promise<BareRun>;
  /**
   * How many of its first tokens a prompt has in common with another, by the engine's own tokeniser: as many as it
   * finds in the cache when the model is loaded afresh and reads the one after the other.
   */
  sharedTokens(earlier: readonly ChatMessage[], later: readonly ChatMessage[]): Promise<number>;
}

export interface BareEngine {
  readonly device: string;
  readonly contextTokens: number;
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

const never = new AbortController().signal;

let policy: LoadedPolicy | null = null;
let loadAgain: () => Promise<LoadedPolicy> = () => Promise.reject(new Error('No model is loaded.'));

async function load(modelUrl: string): Promise<BareEngine> {
  const model = {
    id: 'bare',
    name: 'bare',
    gguf: { kind: 'address', url: modelUrl },
  } as const;
  loadAgain = async () => {
    await policy?.unload();
    policy = await loadLlamaCpp(model, () => undefined, never);
    return policy;
  };
  const { description } = await loadAgain();
  // The page has read a prompt or two before the run, if only to compile; so has this.
  await ask({ messages: draftMessages('.', null), sampling: SHORT, seed: 1 });
  return { device: description.device, contextTokens: description.contextTokens };
}

const SHORT = { ...greedy(PAPER_SAMPLING), maxTokens: 1 };

async function send(layers: readonly (readonly GenerationRequest[])[]): Promise<BareRun> {
  const answers: BareAnswer[] = [];
  const start = performance.now();
  for (const layer of layers) answers.push(...(await Promise.all(layer.map(ask))));
  return { seconds: (performance.now() - start) / 1000, answers };
}

async function ask(request: GenerationRequest): Promise<BareAnswer> {
  if (policy === null) throw new Error('No model is loaded.');
  const sentAt = performance.now();
  let text = '';
  for await (const chunk of policy.generate(request, never)) {
    if (chunk.type === 'text-added') text += chunk.text;
    else return { text, usage: chunk.usage, seconds: (performance.now() - sentAt) / 1000 };
  }
  throw new Error('The engine did not end its answer.');
}

async function sharedTokens(
  earlier: readonly ChatMessage[],
  later: readonly ChatMessage[],
): Promise<number> {
  await loadAgain();
  const layers = [earlier, later].map((messages) => [{ messages, sampling: SHORT, seed: 1 }]);
  const { answers } = await send(layers);
  return answers[1]?.usage.cachedPromptTokens ?? 0;
}

window.bare = { load, send, sharedTokens };
