import { ModelManager } from '@wllama/wllama';
import { ModelLoadError, type LoadProgress } from '../../core/index.ts';
import { explainUnusableDownload, explainStartFailure } from './llama-failures.ts';
import { isLlamaCppModel, type LlamaCppModel } from './llama-cpp-model.ts';
import type { LlamaLibrary } from './llama-library.ts';
import { openGguf } from './open-gguf.ts';
import { openLibrary } from './open-library.ts';

/** More threads than this hardly ever help: they wait for each other. */
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
  const manager = new ModelManager({ logger: SILENT });
  const blobs = await openGguf(model.gguf, manager, onProgress);
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
    const failure = explainStartFailure(error);
    if (failure.kind !== 'load-failed' || model.gguf.kind !== 'address') throw failure;
    await forget(model.gguf.url, manager);
    throw explainUnusableDownload(failure, model.gguf.url);
  }
}

/** Takes a model, all its files, out of the browser's storage, so that the next load fetches it. */
async function forget(url: string, manager: ModelManager): Promise<void> {
  const kept = (await manager.getModels()).find((model) => model.url === url);
  await kept?.remove();
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
