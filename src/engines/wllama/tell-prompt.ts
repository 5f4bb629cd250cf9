import type { TokenUsage } from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { isCount, isFiniteNumber, isListOf, isRecord, isString } from '../worker/read-values.ts';
import { callServer, type Beginning, type LlamaServer } from './llama-server.ts';
import { readChunk } from './read-chunk.ts';

/** What llama.cpp made of a call's beginning, and of texts. */
export interface ToldPrompt {
  /** The prompt as it was read, its special tokens written out. */
  readonly prompt: string;
  /** What the chat template opens the answer with. */
  readonly opening: string;
  readonly usage: TokenUsage;
  /** The token ids of each text, in order. */
  readonly ids: readonly (readonly number[])[];
}

/**
 * Reads the beginning into the cache and tells what it is. This build has no call that splits a text into tokens, but it splits
 * the texts that a bias is put on, and tells the biases where more words are asked for: so each text gets its number as its
 * bias. One token is drawn, and dropped.
 *
 * @throws PolicyError and the errors of llama.cpp.
 */
export async function tellPrompt(
  server: LlamaServer,
  beginning: Beginning,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<ToldPrompt> {
  let settings: Settings | null = null;
  let usage: TokenUsage | null = null;
  const onData = (chunk: unknown): void => {
    settings = readSettings(chunk) ?? settings;
    usage = readChunk(chunk).usage ?? usage;
  };
  const fields = {
    verbose: true,
    max_tokens: 0,
    logit_bias: texts.map((text, place) => [text, place]),
  };
  await callServer(server, beginning, fields, { onData, signal });
  return gather(settings, usage, texts.length);
}

function gather(settings: Settings | null, usage: TokenUsage | null, texts: number): ToldPrompt {
  if (settings === null || usage === null) {
    throw new PolicyError('engine-failed', 'The engine did not tell how it reads the text.');
  }
  const { prompt, opening, biases } = settings;
  const ids = Array.from({ length: texts }, (_, place) =>
    biases.filter(({ bias }) => bias === place).map(({ token }) => token),
  );
  return { prompt, opening, usage, ids };
}

interface Settings {
  readonly prompt: string;
  readonly opening: string;
  readonly biases: readonly Bias[];
}

interface Bias {
  readonly token: number;
  readonly bias: number;
}

/** The last chunk that carries text also carries, under `__verbose`, all that the call was made of. */
function readSettings(chunk: unknown): Settings | null {
  const told = isRecord(chunk) ? chunk.__verbose : null;
  const settings = isRecord(told) ? told.generation_settings : null;
  if (!isRecord(told) || !isRecord(settings)) return null;
  const { prompt } = told;
  const { generation_prompt: opening, logit_bias: biases } = settings;
  if (!isString(prompt) || !isListOf(isBias, biases)) return null;
  return { prompt, opening: isString(opening) ? opening : '', biases };
}

function isBias(value: unknown): value is Bias {
  return isRecord(value) && isCount(value.token) && isFiniteNumber(value.bias);
}
