import type { ChatCompletionChunk } from '@mlc-ai/web-llm';
import type {
  FinishReason,
  GenerationChunk,
  GenerationRequest,
  Policy,
  PolicyDescription,
  TokenUsage,
} from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { chatRequest, untilAborted } from './chat-request.ts';
import { explainGenerationFailure } from './generation-failures.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { LogProbabilityMeter } from './log-probability-meter.ts';
import type { MeasuredToken } from './measure-token.ts';
import { asTokens } from './sampled-tokens.ts';
import { scoreText, type WebllmParts } from './score-text.ts';

/** The loaded model as a policy, inside the worker: one call at a time. */
export function createWebllmPolicy(
  parts: Omit<WebllmParts, 'contextTokens'>,
  description: PolicyDescription,
): Policy {
  const { engine, meter, model } = parts;
  async function* generate(
    request: GenerationRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    try {
      // A prefix that is still there would make the answer depend on the call before, to the last bits and so at times
      // to the text; it would be reused only where the whole history matches.
      await engine.resetChat();
      meter.reset({ likeliest: request.topLogProbabilities });
      const stream = await engine.chat.completions.create(chatRequest(request));
      yield* readAnswer(untilAborted(stream, signal), meter, model);
    } catch (error) {
      throw explainGenerationFailure(error);
    }
  }
  return {
    description,
    generate,
    scoreText: async (request, signal) => {
      try {
        const { contextTokens } = description;
        return await scoreText({ ...parts, contextTokens }, request, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw explainGenerationFailure(error);
      }
    },
  };
}

async function* readAnswer(
  chunks: AsyncIterable<ChatCompletionChunk>,
  meter: LogProbabilityMeter,
  model: LoadedModel,
): AsyncGenerator<GenerationChunk, void, undefined> {
  let waiting: MeasuredToken[] = [];
  let finishReason: FinishReason | null = null;
  let usage: TokenUsage | null = null;
  for await (const { choices, usage: counted } of chunks) {
    waiting.push(...meter.take());
    const choice = choices[0];
    const text = choice?.delta.content ?? '';
    if (text !== '') {
      yield { type: 'text-added', text, tokens: asTokens(waiting, text, model) };
      waiting = [];
    }
    const reason = choice?.finish_reason ?? null;
    if (reason !== null) {
      finishReason = reason === 'length' ? 'length' : 'stop';
      // The token that ends an answer is counted by the engine but is no part of its text.
      if (finishReason === 'stop') waiting.pop();
    }
    if (counted !== undefined) usage = readUsage(counted);
  }
  if (waiting.length > 0)
    yield { type: 'text-added', text: '', tokens: asTokens(waiting, '', model) };
  if (finishReason === null || usage === null) {
    throw new PolicyError('engine-failed', 'The engine’s answer broke off before its end.');
  }
  yield { type: 'generation-finished', finishReason, usage };
}

/** Nothing is cached, because each call begins on an empty context. */
function readUsage(counted: {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}): TokenUsage {
  return {
    promptTokens: counted.prompt_tokens,
    cachedPromptTokens: 0,
    completionTokens: counted.completion_tokens,
  };
}
