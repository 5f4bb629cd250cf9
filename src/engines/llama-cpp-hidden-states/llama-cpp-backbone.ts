import type { HiddenStatesDescription } from '../../core/index.ts';
import { joinMarks, PolicyError } from '../../core/index.ts';
import { BATCH_TOKENS } from '../llama-cpp/batch-cache.ts';
import { marksIn } from '../llama-cpp/chat-prompt.ts';
import { explainEngineFailure } from '../llama-cpp/llama-failures.ts';
import type { LlamaLibrary } from '../llama-cpp/llama-library.ts';
import { contextOverflow } from '../worker/failures.ts';
import { breakMark, tokensOfPieces } from '../worker/marks-as-text.ts';
import type { Backbone } from './hidden-states-service.ts';

/** What a backbone is made of. */
export interface LlamaCppBackboneParts {
  /** Its cache made for one sequence and hidden states. */
  readonly library: Pick<LlamaLibrary, 'tokenise' | 'pieceOf' | 'read' | 'forget' | 'hiddenState'>;
  readonly description: HiddenStatesDescription;
  /** Lets the worker hear its page between two batches. */
  readonly pause: () => Promise<void>;
  readonly loseEngine: (message: string) => void;
}

/** The loaded model as a backbone, inside the worker: one text at a time. */
export function createLlamaCppBackbone(parts: LlamaCppBackboneParts): Backbone {
  return {
    description: parts.description,
    read: async (text, signal) => {
      try {
        return await readState(parts, text, signal);
      } catch (error) {
        // The page has left already: what is said now only frees the engine.
        if (signal.aborted) throw new PolicyError('engine-failed', 'The call was aborted.');
        const failure = explainEngineFailure(error);
        if (failure.kind === 'engine-lost') parts.loseEngine(failure.message);
        throw failure;
      }
    },
  };
}

async function readState(
  { library, description, pause }: LlamaCppBackboneParts,
  text: string,
  signal: AbortSignal,
): Promise<Float32Array> {
  const tokens = readTokens(library, text);
  if (tokens.length === 0) throw new PolicyError('engine-failed', 'There is no text to read.');
  if (tokens.length > description.contextTokens) {
    throw contextOverflow(tokens.length, description.contextTokens, { subject: 'The text is' });
  }
  library.forget(0, 0);
  let last = 0;
  for (let from = 0; from < tokens.length; from += BATCH_TOKENS) {
    await pause();
    signal.throwIfAborted();
    const batch = tokens.slice(from, from + BATCH_TOKENS).map((token, at) => {
      const place = from + at;
      return { token, place, sequence: 0, wanted: place === tokens.length - 1 };
    });
    library.read(batch);
    last = batch.length - 1;
  }
  const state = library.hiddenState(last);
  if (state.every((number) => Number.isFinite(number))) return state;
  throw new PolicyError('engine-failed', 'llama.cpp gave a hidden state that is no number.');
}

/** The tokens of a whole text; the model's marks that were said and not meant are read as characters. */
function readTokens(
  library: Pick<LlamaLibrary, 'tokenise' | 'pieceOf'>,
  text: string,
): readonly number[] {
  const isMark = (candidate: string): boolean => marksIn(library, candidate).includes(candidate);
  let isFirst = true;
  return tokensOfPieces(joinMarks(text, isMark, breakMark), (piece) => {
    // What begins a text stands before its first piece alone; models that end each text with a token are not taken.
    const tokens = library.tokenise(piece, { marks: true, whole: isFirst });
    isFirst = false;
    return tokens;
  });
}
