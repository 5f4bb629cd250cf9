import { ModelLoadError, type LoadProgress } from '../../core/index.ts';
import { explainUnusableDownload, explainStartFailure } from './llama-failures.ts';
import { findGgufStore } from './gguf-store.ts';
import { isLlamaCppModel, type LlamaCppModel } from './llama-cpp-model.ts';
import { webLocks } from '../worker/life-lock.ts';
import type { LlamaLibrary } from './llama-library.ts';
import { openGguf } from './open-gguf.ts';
import { openLibrary } from './open-library.ts';

/** More threads than this hardly ever help: they wait for each other. */
const MOST_THREADS = 8;

/** A GGUF that llama.cpp has loaded, whatever it is used for; its cache is still to be made. */
export interface LoadedGguf {
  readonly model: LlamaCppModel;
  readonly library: LlamaLibrary;
  /** What a person should know of it; null where there is nothing. */
  readonly note: string | null;
}

/**
 * Fetches and loads the model that the page asks for.
 *
 * @param starting what is told while llama.cpp starts
 * @throws ModelLoadError
 */
export async function loadGguf(
  model: unknown,
  onProgress: (progress: LoadProgress) => void,
  starting: string,
): Promise<LoadedGguf> {
  if (!isLlamaCppModel(model)) {
    throw new ModelLoadError('load-failed', 'The page asked for a model in words not known here.');
  }
  const store = await findGgufStore(webLocks());
  const places = { store, fetch: (url: string) => fetch(url) };
  const { blobs, note } = await openGguf(model.gguf, places, onProgress);
  onProgress({
    stage: 'start',
    loadedBytes: null,
    totalBytes: null,
    fraction: null,
    message: starting,
  });
  try {
    return { model, note, library: await openLibrary(blobs, threadsHere()) };
  } catch (error) {
    const failure = explainStartFailure(error);
    if (failure.kind !== 'load-failed' || model.gguf.kind !== 'address') throw failure;
    await store?.remove(model.gguf.url);
    throw explainUnusableDownload(failure, model.gguf.url);
  }
}

/** Only in a page that is isolated from other origins may shared memory be handed to a thread; one thread needs no handing over. */
function threadsHere(): number {
  if (!globalThis.crossOriginIsolated) return 1;
  return Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency));
}

/** What the model runs on, for people. */
export function deviceOf(threads: number): string {
  return `CPU: WebAssembly, ${String(threads)} ${threads === 1 ? 'thread' : 'threads'}`;
}
