import type { SampledToken } from '../../core/index.ts';
import type { LlamaLibrary, TokenWeights } from './llama-library.ts';

/**
 * Writes an answer's tokens as text, in order. A character of several tokens shows with the last of them; the others have no
 * text of their own, and what is no whole character at the end of an answer is left out. Bytes that are part of none show as
 * U+FFFD, and spoil nothing beside them.
 */
export function createAnswerText(
  library: Pick<LlamaLibrary, 'pieceOf'>,
): (token: number) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (token) => decoder.decode(library.pieceOf(token), { stream: true });
}

/** A token as a run keeps it, with the likeliest ones beside it where they were asked for. */
export function sampledToken(
  library: Pick<LlamaLibrary, 'pieceOf'>,
  text: string,
  { logProbability, likeliest }: TokenWeights,
  told: number | undefined,
): SampledToken {
  if (told === undefined) return { text, logProbability };
  const topLogProbabilities = likeliest.map((one) => ({
    text: lossy(library.pieceOf(one.token)),
    logProbability: one.logProbability,
  }));
  return { text, logProbability, topLogProbabilities };
}

function lossy(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
