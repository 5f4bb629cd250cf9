import type { SampledToken } from '../../core/index.ts';
import type { LlamaLibrary, TokenWeights } from './llama-library.ts';

/**
 * Writes an answer's tokens as text, in order. A character of several tokens shows with the last of them; the others have no
 * text of their own, and what is no whole character at the end of an answer is left out. Bytes that are part of none show as
 * U+FFFD, and spoil nothing beside them.
 *
 * @param marks control tokens that show as they are written; all others show as nothing
 */
export function createAnswerText(
  library: Pick<LlamaLibrary, 'pieceOf'>,
  marks: ReadonlySet<number> = new Set(),
): (token: number) => string {
  let held: readonly number[] = [];
  return (token) => {
    held = [...held, ...library.pieceOf(token, marks.has(token))];
    if (endsWithinCharacter(held)) return '';
    const text = lossy(Uint8Array.from(held));
    held = [];
    return text;
  };
}

/** Whether the last bytes begin a character of UTF-8 that has more. */
function endsWithinCharacter(bytes: readonly number[]): boolean {
  const last = bytes.slice(-3);
  const leads = last.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const lead = last[leads];
  return lead !== undefined && bytesOfCharacter(lead) > last.length - leads;
}

/** Bytes of the character that a byte begins; 1 for one that begins none. */
function bytesOfCharacter(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
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
