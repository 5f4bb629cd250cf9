import type { HiddenStates, LoadProgress } from '../../core/index.ts';
import type { WorkerParts } from '../worker/worker-life.ts';
import { firstOf, loadWorkerModel } from '../worker/worker-model.ts';
import { HIDDEN_STATES_SERVICE } from './hidden-states-service.ts';

/**
 * Loads a backbone in a worker and speaks for it: one text at a time, the others wait for their turn.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export async function loadWorkerHiddenStates(
  parts: WorkerParts<string>,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<HiddenStates> {
  const { description, ask, unload } = await loadWorkerModel(
    HIDDEN_STATES_SERVICE,
    parts,
    onProgress,
    signal,
  );
  return {
    description,
    lastHiddenState: (text, callSignal) => firstOf(ask(text, callSignal)),
    unload,
  };
}
