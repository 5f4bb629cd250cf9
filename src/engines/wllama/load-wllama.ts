import type { LoadedPolicy, LoadProgress } from '../../core/index.ts';
import { webLocks } from '../worker/web-locks.ts';
import { loadWorkerPolicy } from '../worker/worker-policy.ts';
import type { WllamaModel } from './wllama-model.ts';

/**
 * Loads a GGUF in llama.cpp's WebAssembly build, in a worker of its own. This file is all of the engine that is in the
 * page; the vendor's code comes with the worker.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export function loadWllama(
  model: WllamaModel,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  return loadWorkerPolicy(
    {
      createWorker: () =>
        new Worker(new URL('./wllama.worker.ts', import.meta.url), {
          type: 'module',
          name: 'wllama',
        }),
      model,
      locks: webLocks(),
    },
    onProgress,
    signal,
  );
}
