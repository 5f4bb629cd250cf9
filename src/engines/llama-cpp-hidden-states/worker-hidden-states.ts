import type { HiddenStates, HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { untilAborted } from '../worker/deferred.ts';
import { createRevival, loadLife } from '../worker/revival.ts';
import { createTurns } from '../worker/turns.ts';
import { BackboneLife, type BackboneParts } from './backbone-life.ts';

interface Started {
  readonly life: BackboneLife;
  readonly description: HiddenStatesDescription;
}

/**
 * Loads a backbone in a worker and speaks for it: texts wait for their turn, and after a loss the next one starts a fresh
 * worker.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export async function loadWorkerHiddenStates(
  parts: BackboneParts,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<HiddenStates> {
  const { life: first, description } = await start(parts, onProgress, signal);
  const turns = createTurns();
  const unloading = new AbortController();
  const lives = createRevival(
    first,
    async () => (await start(parts, () => undefined, unloading.signal)).life,
  );

  const lastHiddenState = async (text: string, callSignal: AbortSignal): Promise<Float32Array> => {
    const endTurn = await turns.take(callSignal);
    let free: Promise<unknown> = Promise.resolve();
    try {
      unloading.signal.throwIfAborted();
      const engine = await untilAborted(lives.revive(), callSignal);
      const state = engine.read(text, callSignal);
      free = state.catch(() => undefined);
      return await untilAborted(state, callSignal);
    } finally {
      // A caller who leaves doesn't wait; the next text does, until the engine is free.
      void free.then(endTurn);
    }
  };

  return {
    description,
    lastHiddenState,
    unload: () => {
      unloading.abort(unloaded());
      lives.current().die('The model was unloaded.');
      return Promise.resolve();
    },
  };
}

function unloaded(): PolicyError {
  return new PolicyError('engine-lost', 'The model was unloaded.');
}

async function start(
  parts: BackboneParts,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Started> {
  signal.throwIfAborted();
  const life = new BackboneLife(parts, onProgress);
  return { life, description: await loadLife(life, signal) };
}
