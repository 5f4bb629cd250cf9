import type {
  ChatCompletionChunk,
  ChatCompletionMessageParam,
  ChatCompletionRequestStreaming,
  MLCEngine,
} from '@mlc-ai/web-llm';
import type {
  ChatMessage,
  FinishReason,
  GenerationChunk,
  GenerationRequest,
  Policy,
  PolicyDescription,
  SampledToken,
  TokenUsage,
} from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { explainGenerationFailure } from './generation-failures.ts';
import type { LogProbabilityMeter } from './log-probability-meter.ts';

/** The loaded model as a policy, inside the worker: one call at a time. */
export function createWebllmPolicy(
  engine: MLCEngine,
  meter: LogProbabilityMeter,
  description: PolicyDescription,
): Policy {
  async function* generate(
    request: GenerationRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    try {
      // A prefix that is still there would make the answer depend on the call before, to the last bits and so at times
      // to the text; it would be reused only where the whole history matches.
      await engine.resetChat();
      meter.reset();
      const stream = await engine.chat.completions.create(chatRequest(request));
      yield* readAnswer(untilAborted(stream, signal), meter);
    } catch (error) {
      throw explainGenerationFailure(error);
    }
  }
  const scoreText = (): Promise<never> =>
    Promise.reject(new PolicyError('engine-failed', 'This engine can’t score a given text.'));
  return { description, generate, scoreText };
}

function chatRequest({
  messages,
  sampling,
  seed,
}: GenerationRequest): ChatCompletionRequestStreaming {
  return {
    messages: messages.map(asVendorMessage),
    stream: true,
    stream_options: { include_usage: true },
    temperature: sampling.temperature,
    top_p: sampling.topP,
    presence_penalty: sampling.presencePenalty,
    frequency_penalty: 0,
    repetition_penalty: 1,
    max_tokens: sampling.maxTokens,
    seed,
  };
}

function asVendorMessage({ role, content }: ChatMessage): ChatCompletionMessageParam {
  return { role, content };
}

/** Leaving the vendor's generator stops the model after its present token, or after the prompt, and frees it. */
async function* untilAborted(
  stream: AsyncIterable<ChatCompletionChunk>,
  signal: AbortSignal,
): AsyncGenerator<ChatCompletionChunk, void, undefined> {
  for await (const chunk of stream) {
    if (signal.aborted) break;
    yield chunk;
  }
  signal.throwIfAborted();
}

async function* readAnswer(
  chunks: AsyncIterable<ChatCompletionChunk>,
  meter: LogProbabilityMeter,
): AsyncGenerator<GenerationChunk, void, undefined> {
  let waiting: number[] = [];
  let finishReason: FinishReason | null = null;
  let usage: TokenUsage | null = null;
  for await (const { choices, usage: counted } of chunks) {
    waiting.push(...meter.take());
    const choice = choices[0];
    const text = choice?.delta.content ?? '';
    if (text !== '') {
      yield { type: 'text-added', text, tokens: asTokens(waiting, text) };
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
  if (waiting.length > 0) yield { type: 'text-added', text: '', tokens: asTokens(waiting, '') };
  if (finishReason === null || usage === null) {
    throw new PolicyError('engine-failed', 'The engine’s answer broke off before its end.');
  }
  yield { type: 'generation-finished', finishReason, usage };
}

/** A character of several tokens shows only with the last of them: the others have no text of their own. */
function asTokens(logProbabilities: readonly number[], text: string): readonly SampledToken[] {
  const last = logProbabilities.length - 1;
  return logProbabilities.map((logProbability, place) => ({
    text: place === last ? text : '',
    logProbability,
  }));
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
