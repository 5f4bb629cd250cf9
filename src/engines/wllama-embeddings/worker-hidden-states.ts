import type { HiddenStates, HiddenStatesDescription, LoadProgress } from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { untilAborted } from '../worker/deferred.ts';
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
  const { life: firstLife, description } = await start(parts, onProgress, signal);
  const turns = createTurns();
  const unloading = new AbortController();
  let life = firstLife;
  let restart: Promise<BackboneLife> | null = null;

  /** The engine, started again where it was lost; a restart outlives the call that asked for it. */
  const revive = async (): Promise<BackboneLife> => {
    if (life.alive) return life;
    restart ??= startAgain(parts, unloading.signal).finally(() => {
      restart = null;
    });
    life = await restart;
    return life;
  };

  const lastHiddenState = async (text: string, callSignal: AbortSignal): Promise<Float32Array> => {
    const endTurn = await turns.take(callSignal);
    let free: Promise<unknown> = Promise.resolve();
    try {
      unloading.signal.throwIfAborted();
      const engine = await untilAborted(revive(), callSignal);
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
      life.die('The model was unloaded.');
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
  const cancel = (): void => {
    life.die('Loading was cancelled.');
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return { life, description: await life.load() };
  } catch (error) {
    life.die('Loading failed.');
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function startAgain(parts: BackboneParts, signal: AbortSignal): Promise<BackboneLife> {
  try {
    return (await start(parts, () => undefined, signal)).life;
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new PolicyError('engine-lost', `The engine was lost and did not start again: ${words}`, {
      cause: error,
    });
  }
}
