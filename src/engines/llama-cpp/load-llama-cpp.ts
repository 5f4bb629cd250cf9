import type { LoadedPolicy, LoadProgress } from '../../core/index.ts';
import { webLocks } from '../worker/web-locks.ts';
import { loadWorkerPolicy } from '../worker/worker-policy.ts';
import type { LlamaCppModel } from './llama-cpp-model.ts';

/**
 * Loads a GGUF in llama.cpp's WebAssembly build, in a worker of its own. This file is all of the engine that is in the
 * page; llama.cpp comes with the worker.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export function loadLlamaCpp(
  model: LlamaCppModel,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  return loadWorkerPolicy(
    {
      createWorker: () =>
        new Worker(new URL('./llama-cpp.worker.ts', import.meta.url), {
          type: 'module',
          name: 'llama-cpp',
        }),
      model,
      locks: webLocks(),
    },
    onProgress,
    signal,
  );
}
