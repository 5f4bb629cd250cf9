import { ModelManager } from '@wllama/wllama';
import { ModelLoadError, type LoadProgress } from '../../core/index.ts';
import { explainStartFailure } from './llama-failures.ts';
import { isLlamaCppModel, type LlamaCppModel } from './llama-cpp-model.ts';
import type { LlamaLibrary } from './llama-library.ts';
import { openGguf } from './open-gguf.ts';
import { openLibrary } from './open-library.ts';

/** Threads spin while they wait for each other, and more than this many hardly ever help. */
const MOST_THREADS = 8;

/** A GGUF that llama.cpp has loaded, whatever it is used for; its cache is still to be made. */
export interface LoadedGguf {
  readonly model: LlamaCppModel;
  readonly library: LlamaLibrary;
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
  const blobs = await openGguf(model.gguf, new ModelManager({ logger: SILENT }), onProgress);
  onProgress({
    stage: 'start',
    loadedBytes: null,
    totalBytes: null,
    fraction: null,
    message: starting,
  });
  try {
    return { model, library: await openLibrary(blobs, threadsHere()) };
  } catch (error) {
    throw explainStartFailure(error);
  }
}

/** The download's own words are told in errors; they don't belong in the console. */
const ignore = (): void => undefined;
const SILENT = { debug: ignore, log: ignore, warn: ignore, error: ignore };

/** Only in a page that is isolated from other origins may shared memory be handed to a thread; one thread needs no handing over. */
function threadsHere(): number {
  if (!globalThis.crossOriginIsolated) return 1;
  return Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency));
}

/** What the model runs on, for people. */
export function deviceOf(threads: number): string {
  return `CPU: WebAssembly, ${String(threads)} ${threads === 1 ? 'thread' : 'threads'}`;
}
