import {
  PolicyError,
  type GenerationChunk,
  type LoadedPolicy,
  type LoadProgress,
} from '../../core/index.ts';
import { POLICY_SERVICE, type PolicyMade, type PolicyRequest } from './policy-service.ts';
import type { WorkerParts } from './worker-life.ts';
import { firstOf, loadWorkerModel } from './worker-model.ts';

/**
 * Loads a model in a worker and speaks for it as a policy.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export async function loadWorkerPolicy(
  parts: WorkerParts<PolicyRequest>,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  const { description, notes, ask, unload } = await loadWorkerModel(
    POLICY_SERVICE,
    parts,
    onProgress,
    signal,
  );
  return {
    description,
    notes,
    generate: (order, callSignal) => chunksOf(ask({ task: 'generate', order }, callSignal)),
    scoreText: async (order, callSignal) => {
      const made = await firstOf(ask({ task: 'score-text', order }, callSignal));
      if (made.type !== 'text-scored') throw unasked();
      return { tokens: made.tokens, usage: made.usage };
    },
    unload,
  };
}

async function* chunksOf(
  made: AsyncIterable<PolicyMade>,
): AsyncGenerator<GenerationChunk, void, undefined> {
  for await (const chunk of made) {
    if (chunk.type === 'text-scored') throw unasked();
    yield chunk;
  }
}

function unasked(): PolicyError {
  return new PolicyError('engine-failed', 'The engine answered what it was not asked.');
}
