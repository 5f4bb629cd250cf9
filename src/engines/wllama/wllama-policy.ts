import type { ChatCompletionChunk, Wllama } from '@wllama/wllama';
import type {
  FinishReason,
  GenerationChunk,
  GenerationRequest,
  Policy,
  PolicyDescription,
  TokenUsage,
} from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { openChannel } from '../worker/channel.ts';
import { wordsOf } from '../worker/words.ts';
import { explainGenerationFailure, isUnwritableToken } from './generation-failures.ts';
import type { MemoryBudget } from './memory-budget.ts';
import { readChunk } from './read-chunk.ts';
import { restOf } from './rest-of-answer.ts';
import { createTextScorer } from './score-text.ts';
import { chatParameters, withoutLogProbabilities, type ChatParameters } from './wllama-settings.ts';

/** What the policy is made of. */
export interface WllamaParts {
  readonly wllama: Wllama;
  readonly description: PolicyDescription;
  readonly budget: MemoryBudget;
  /** Frees all memory and loads the model again. */
  readonly restart: () => Promise<void>;
  readonly loseEngine: (message: string) => void;
}

/** The loaded model as a policy, inside the worker: one call at a time. */
export function createWllamaPolicy(parts: WllamaParts): Policy {
  const { description, wllama, budget, loseEngine } = parts;
  const scorer = createTextScorer({
    server: wllama,
    contextTokens: description.contextTokens,
  });
  const explain = (error: unknown): PolicyError => {
    const failure = explainGenerationFailure(error);
    if (failure.kind === 'engine-lost') loseEngine(failure.message);
    return failure;
  };
  async function* generate(
    request: GenerationRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    await keepWithinBudget(parts);
    try {
      yield* answer(parts, request, signal);
    } catch (error) {
      throw explain(error);
    }
  }
  const scoreText: Policy['scoreText'] = async (request, signal) => {
    await keepWithinBudget(parts);
    try {
      const scored = await scorer.scoreText(request, signal);
      budget.note(scored.usage.promptTokens + scored.usage.completionTokens);
      return scored;
    } catch (error) {
      signal.throwIfAborted();
      throw explain(error);
    }
  };
  return { description, generate, scoreText };
}

/**
 * The answer with log-probabilities. This build of llama.cpp can't write the log-probability of a token that is a part of
 * a character, as emoji often are: it breaks off there. The same call without log-probabilities then writes the same
 * answer, and what had not been told of it follows.
 */
async function* answer(
  parts: WllamaParts,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const parameters = chatParameters(request);
  const likeliest = request.topLogProbabilities;
  let told = '';
  try {
    for await (const chunk of complete(parts, parameters, signal, likeliest)) {
      if (chunk.type === 'text-added') told += chunk.text;
      yield chunk;
    }
  } catch (error) {
    if (!isUnwritableToken(error)) throw error;
    signal.throwIfAborted();
    yield* restOf(complete(parts, withoutLogProbabilities(parameters), signal), told);
  }
}

async function* complete(
  { wllama, budget }: WllamaParts,
  parameters: ChatParameters,
  signal: AbortSignal,
  likeliest?: number,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const chunks = openChannel<ChatCompletionChunk>();
  const done = wllama
    .createChatCompletion({
      ...parameters,
      stream: true,
      abortSignal: signal,
      onData: chunks.push,
    })
    .then(chunks.close, chunks.fail);
  try {
    for await (const chunk of readAnswer(chunks.items, likeliest)) {
      budget.note(tokensIn(chunk));
      yield chunk;
    }
  } finally {
    // The slot is free only when the vendor's call is over.
    await done;
  }
}

async function keepWithinBudget({ budget, restart, loseEngine }: WllamaParts): Promise<void> {
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

/** Tokens whose state is added: the answer's as they come, the prompt's at the end. */
function tokensIn(chunk: GenerationChunk): number {
  return chunk.type === 'text-added' ? chunk.tokens.length : chunk.usage.promptTokens;
}

async function* readAnswer(
  chunks: AsyncIterable<unknown>,
  likeliest: number | undefined,
): AsyncGenerator<GenerationChunk, void, undefined> {
  let finishReason: FinishReason | null = null;
  let usage: TokenUsage | null = null;
  for await (const chunk of chunks) {
    const read = readChunk(chunk, likeliest);
    if (read.text !== '' || read.tokens.length > 0) {
      yield { type: 'text-added', text: read.text, tokens: read.tokens };
    }
    if (read.finishReason !== null)
      finishReason = read.finishReason === 'length' ? 'length' : 'stop';
    usage = read.usage ?? usage;
  }
  if (finishReason === null || usage === null) {
    throw new PolicyError('engine-failed', 'The engine’s answer broke off before its end.');
  }
  yield { type: 'generation-finished', finishReason, usage };
}
