import type { LoadedPolicy, LoadProgress } from '../../core/index.ts';
import { webLocks } from '../worker/web-locks.ts';
import { loadWorkerPolicy } from '../worker/worker-policy.ts';
import type { WebllmModel } from './webllm-model.ts';

/**
 * Loads a model in WebLLM, in a worker of its own. This file is all of the engine that is in the page: the vendor's own
 * page side would bring the whole library with it.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export function loadWebllm(
  model: WebllmModel,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  return loadWorkerPolicy(
    {
      createWorker: () =>
        new Worker(new URL('./webllm.worker.ts', import.meta.url), {
          type: 'module',
          name: 'webllm',
        }),
      model,
      locks: webLocks(),
    },
    onProgress,
    signal,
  );
}
