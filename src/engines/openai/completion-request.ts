import type {
  ChatMessage,
  GenerationRequest,
  SamplingSetting,
  ServerSource,
} from '../../core/index.ts';
import { isGreedy } from '../../core/index.ts';

/** A streamed answer to a request, in the fields that the server was found to obey. */
export function chatRequest(
  { model, abilities }: ServerSource,
  { messages, sampling, seed, topLogProbabilities }: GenerationRequest,
  maxTokens: number,
): Readonly<Record<string, unknown>> {
  const likeliest = Math.min(topLogProbabilities ?? 0, abilities.likeliestTokens);
  return {
    model,
    messages: messages.map(asSent),
    stream: true,
    ...(abilities.usage ? { stream_options: { include_usage: true } } : {}),
    max_tokens: maxTokens,
    temperature: isGreedy(sampling) ? 0 : sampling.temperature,
    top_p: sampling.topP,
    ...(abilities.presencePenalty === 'obeyed'
      ? { presence_penalty: sampling.presencePenalty }
      : {}),
    // Whoever obeys top_k has defaults of its own for these too, its own or the model's, and they would be used unseen.
    ...(abilities.topK === 'obeyed'
      ? { top_k: sampling.topK === 0 ? -1 : sampling.topK, min_p: 0, repetition_penalty: 1 }
      : {}),
    ...(abilities.seed ? { seed } : {}),
    ...(abilities.logProbabilities ? { logprobs: true } : {}),
    ...(likeliest > 0 ? { top_logprobs: likeliest } : {}),
  };
}

export function asSent({ role, content }: ChatMessage): ChatMessage {
  return { role, content };
}

/** Settings that a server doesn't obey: the page says that they were not used. */
export function settingsNotUsed({
  topK,
  presencePenalty,
}: ServerSource['abilities']): readonly SamplingSetting[] {
  return [
    ...(topK === 'obeyed' ? [] : (['topK'] as const)),
    ...(presencePenalty === 'obeyed' ? [] : (['presencePenalty'] as const)),
  ];
}
