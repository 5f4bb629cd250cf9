import type { TokenUsage } from '../../core/index.ts';
import { isUnwritableToken } from './generation-failures.ts';
import { callServer, type LlamaServer } from './llama-server.ts';
import { readChunk, readToldTokens, type ToldToken } from './read-chunk.ts';

/** A text that is to be written after a prompt. */
export interface Forcing {
  readonly prompt: string;
  readonly text: string;
  /** Tokens of the text. */
  readonly count: number;
}

export interface Forced {
  /** The tokens told, from the first on: fewer than there are where one could not be written down. */
  readonly tokens: readonly ToldToken[];
  readonly usage: TokenUsage | null;
}

/**
 * Makes the model write the text, token by token as its tokenizer splits it, and listens to the log-probabilities, which
 * llama.cpp takes before any sampler. What forces the tokens is its sampler for models that think: it ends their thinking,
 * when the budget is used up, by forcing the tokens of the end tag. So the text is declared the end tag, the budget 0,
 * and the thinking begun. (A grammar of token ids does the same, but refuses parts of characters.)
 */
export async function forceText(
  server: LlamaServer,
  { prompt, text, count }: Forcing,
  signal: AbortSignal,
): Promise<Forced> {
  const tokens: ToldToken[] = [];
  let usage: TokenUsage | null = null;
  const onData = (chunk: unknown): void => {
    tokens.push(...readToldTokens(chunk));
    usage = readChunk(chunk).usage ?? usage;
  };
  const fields = {
    max_tokens: count,
    logprobs: 1,
    generation_prompt: START,
    reasoning_budget_start_tag: START,
    reasoning_budget_end_tags: [text],
    reasoning_budget_message: '',
    reasoning_budget_tokens: 0,
  };
  try {
    await callServer(server, { prompt }, fields, { onData, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!isUnwritableToken(error)) throw error;
  }
  return { tokens, usage };
}

/** Any text: said to be the end of the prompt and the start of the thinking, it is written nowhere. */
const START = '\n';
