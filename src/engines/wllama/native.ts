import { Wllama, type LoadModelParams, type WllamaCompat } from '@wllama/wllama';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { explainStartFailure } from './gguf-failures.ts';

/** Most tokens of context that are asked for; a model made for fewer gets its own limit. */
const MAX_CONTEXT_TOKENS = 4096;

/** The vendor's wrapper around llama.cpp, and what llama.cpp complained about so far. */
export interface Native {
  readonly wllama: Wllama;
  readonly complaints: readonly string[];
}

/** A failed load says why only in llama.cpp's log. */
export async function createNative(): Promise<Native> {
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
  return !('Suspending' in WebAssembly) || !hasMemory64();
}

function hasMemory64(): boolean {
  // (module (memory i64 1)): valid only where 64-bit memories are.
  const module = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 4, 1);
  return WebAssembly.validate(module);
}

async function compatBuild(): Promise<WllamaCompat> {
  const [wasm, worker] = await Promise.all([
    import('@wllama/wllama-compat/wasm/wllama.wasm?url'),
    import('@wllama/wllama-compat/wasm/wllama.js?raw'),
  ]);
  return { wasm: wasm.default, worker: { code: worker.default } };
}

/**
 * Loads with the most context that is asked for, and again with the model's own limit where that is less.
 *
 * @param parametersFor how a model is loaded with a context of so many tokens
 */
export async function startModel(
  { wllama, complaints }: Native,
  blobs: Blob[],
  parametersFor: (contextTokens: number) => LoadModelParams,
): Promise<void> {
  try {
    await wllama.loadModel(blobs, parametersFor(MAX_CONTEXT_TOKENS));
    const { n_ctx: given, n_ctx_train: trained } = wllama.getLoadedContextInfo();
    // The wrapper takes a failed load for a model without a context.
    if (given <= 0 || trained <= 0) throw new Error('the model did not load');
    if (trained >= MAX_CONTEXT_TOKENS) return;
    await wllama.exit();
    await wllama.loadModel(blobs, parametersFor(trained));
  } catch (error) {
    throw explainStartFailure(error, complaints);
  }
}

/** What the model runs on, for people. */
export function deviceOf(wllama: Wllama): string {
  const threads = wllama.getNumThreads();
  const build = needsCompat() ? ', build for older browsers' : '';
  return `CPU: WebAssembly, ${String(threads)} ${threads === 1 ? 'thread' : 'threads'}${build}`;
}
