import type { SampledToken } from '../../core/index.ts';
import type { LlamaLibrary, TokenWeights } from './llama-library.ts';

/** More bytes than any character, so that bytes which never become one don't hold up the text. */
const MOST_HELD_BYTES = 16;

/**
 * Writes an answer's tokens as text, in order. A character of several tokens shows with the last of them; the others have no
 * text of their own, and what is no whole character at the end of an answer is left out.
 */
export function createAnswerText(
  library: Pick<LlamaLibrary, 'pieceOf'>,
): (token: number) => string {
  const exact = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  let held: readonly number[] = [];
  return (token) => {
    const bytes = Uint8Array.from([...held, ...library.pieceOf(token)]);
    try {
      held = [];
      return exact.decode(bytes);
    } catch {
      if (bytes.length > MOST_HELD_BYTES) return lossy(bytes);
      held = [...bytes];
      return '';
    }
  };
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
