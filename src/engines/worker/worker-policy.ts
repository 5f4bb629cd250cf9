import type { LoadedPolicy, LoadProgress } from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { untilAborted } from './deferred.ts';
import type { StartedCall } from './engine-call.ts';
import { startEngine, type EngineLife, type EngineParts } from './engine-life.ts';
import { createRevival } from './revival.ts';
import { createTurns } from './turns.ts';

/**
 * Loads a model in a worker and speaks for it as a policy: calls beyond what it serves at once wait for their turn, and after a loss the next call
 * starts a fresh worker.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export async function loadWorkerPolicy(
  parts: EngineParts,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  const first = await startEngine(parts, onProgress, signal);
  const turns = createTurns(first.description.parallelism);
  const unloading = new AbortController();
  const engines = createRevival(first, () => startEngine(parts, () => undefined, unloading.signal));

  async function* converse<Made>(
    callSignal: AbortSignal,
    start: (engine: EngineLife, signal: AbortSignal) => StartedCall<Made>,
  ): AsyncGenerator<Made, void, undefined> {
    const leave = new AbortController();
    const either = AbortSignal.any([callSignal, leave.signal]);
    const endTurn = await turns.take(callSignal);
    let ended = Promise.resolve();
    try {
      if (unloading.signal.aborted) throw new PolicyError('engine-lost', 'The model was unloaded.');
      const engine = await untilAborted(engines.revive(), callSignal);
      const call = start(engine, either);
      ended = call.ended;
      yield* call.made;
    } finally {
      // A reader who leaves before the end stops the engine too; the turn lasts until the engine is free.
      leave.abort();
      void ended.then(endTurn);
    }
  }

  return {
    description: first.description,
    generate: (request, callSignal) =>
      converse(callSignal, (engine, either) => engine.generate(request, either)),
    scoreText: async (request, callSignal) => {
      const made = converse(callSignal, (engine, either) => engine.scoreText(request, either));
      for await (const scored of made) return scored;
      throw new PolicyError('engine-failed', 'The engine ended the call without a score.');
    },
    unload: () => {
      unloading.abort(new PolicyError('engine-lost', 'The model was unloaded.'));
      engines.current().end();
      return Promise.resolve();
    },
  };
}
