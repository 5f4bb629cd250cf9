import type { Wllama } from '@wllama/wllama';
import type { ChatMessage } from '../../core/index.ts';

/** The part of the vendor's wrapper that is used. */
export type LlamaServer = Pick<
  Wllama,
  'createChatCompletion' | 'createCompletion' | 'mustAddBosToken'
>;

/** What a call continues: a chat in the model's template, or a text as it stands (llama.cpp puts its first token before it). */
export type Beginning = { readonly messages: readonly ChatMessage[] } | { readonly prompt: string };

/**
 * One call from its start to its end, after which the slot is free.
 *
 * @param fields in the words of llama.cpp’s server, which the vendor’s types leave out in part.
 */
export async function callServer(
  server: LlamaServer,
  beginning: Beginning,
  fields: Readonly<Record<string, unknown>>,
  listening: { readonly onData: (chunk: unknown) => void; readonly signal: AbortSignal },
): Promise<void> {
  const common = {
    ...fields,
    temperature: 0,
    cache_prompt: true,
    stream_options: { include_usage: true },
    stream: true,
    onData: listening.onData,
    abortSignal: listening.signal,
  } as const;
  if ('prompt' in beginning) {
    await server.createCompletion({ ...common, prompt: beginning.prompt });
  } else {
    const messages = beginning.messages.map(({ role, content }) => ({ role, content }));
    await server.createChatCompletion({ ...common, messages });
  }
}
