import type { EmbeddingCreateParams, Wllama } from '@wllama/wllama';
import type { HiddenStatesDescription } from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { explainGenerationFailure } from '../wllama/generation-failures.ts';
import type { MemoryBudget } from '../wllama/memory-budget.ts';
import { isCount, isFiniteNumber, isListOf, isRecord } from '../worker/read-values.ts';
import { wordsOf } from '../worker/words.ts';
import type { Backbone } from './serve-hidden-states.ts';

/** What a backbone is made of. */
export interface WllamaBackboneParts {
  readonly wllama: Pick<Wllama, 'createEmbedding'>;
  readonly description: HiddenStatesDescription;
  readonly budget: MemoryBudget;
  /** Frees all memory and loads the model again. */
  readonly restart: () => Promise<void>;
  readonly loseEngine: (message: string) => void;
}

/** llama.cpp reads these two, though the vendor's type leaves them out. */
type RawStateParams = EmbeddingCreateParams & {
  /** -1: the vector as it is; the default divides it by its length. */
  readonly embd_normalize: -1;
  readonly abortSignal: AbortSignal;
};

/** The loaded model as a backbone, inside the worker: one text at a time. */
export function createWllamaBackbone(parts: WllamaBackboneParts): Backbone {
  const { wllama, description, budget, loseEngine } = parts;
  const read = async (text: string, signal: AbortSignal): Promise<Float32Array> => {
    await keepWithinBudget(parts);
    try {
      const request: RawStateParams = { input: text, embd_normalize: -1, abortSignal: signal };
      const { state, tokens } = readState(await wllama.createEmbedding(request), description.width);
      budget.note(tokens);
      return state;
    } catch (error) {
      // The page has left already: what is said now only frees the engine.
      if (signal.aborted) throw new PolicyError('engine-failed', 'The call was aborted.');
      const failure = explainGenerationFailure(error);
      if (failure.kind === 'engine-lost') loseEngine(failure.message);
      throw failure;
    }
  };
  return { description, read };
}

async function keepWithinBudget(parts: WllamaBackboneParts): Promise<void> {
  const { budget, restart, loseEngine } = parts;
  if (!budget.isSpent()) return;
  try {
    await restart();
    budget.renew();
  } catch (error) {
    const message = `llama.cpp did not start again: ${wordsOf(error)}`;
    loseEngine(message);
    throw new PolicyError('engine-lost', message, { cause: error });
  }
}

/** Reads llama.cpp's answer: one vector of finite numbers, or the engine failed. */
function readState(
  answer: unknown,
  width: number,
): { readonly state: Float32Array; readonly tokens: number } {
  const body = isRecord(answer) ? answer : {};
  const items: readonly unknown[] = Array.isArray(body.data) ? body.data : [];
  const vector = isRecord(items[0]) ? items[0].embedding : null;
  if (items.length !== 1 || !isListOf(isFiniteNumber, vector) || vector.length !== width) {
    throw new PolicyError(
      'engine-failed',
      `llama.cpp did not answer with one vector of ${String(width)} numbers.`,
    );
  }
  const tokens = isRecord(body.usage) ? body.usage.prompt_tokens : null;
  return { state: Float32Array.from(vector), tokens: isCount(tokens) ? tokens : 0 };
}
