import type {
  ChatCompletionChunk,
  ChatCompletionMessageParam,
  ChatCompletionRequestStreaming,
} from '@mlc-ai/web-llm';
import { isGreedy, type ChatMessage, type GenerationRequest } from '../../core/index.ts';

/** A request in WebLLM's words. */
export function chatRequest({
  messages,
  sampling,
  seed,
}: GenerationRequest): ChatCompletionRequestStreaming {
  return {
    messages: messages.map(asVendorMessage),
    stream: true,
    stream_options: { include_usage: true },
    temperature: isGreedy(sampling) ? 0 : sampling.temperature,
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
export async function* untilAborted(
  stream: AsyncIterable<ChatCompletionChunk>,
  signal: AbortSignal,
): AsyncGenerator<ChatCompletionChunk, void, undefined> {
  for await (const chunk of stream) {
    if (signal.aborted) break;
    yield chunk;
  }
  signal.throwIfAborted();
}
