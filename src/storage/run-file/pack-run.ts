import type { ParsedRunFile, StoredRun } from '../../core/index.ts';
import { exportRun, parseRunFile } from './import-and-export-run.ts';
import { withoutTokens } from './small-run.ts';

/** Letters of a packed run at most: what chats and mails let through, and what every browser takes in an address. */
export const LONGEST_PACKED = 40_000;

/** Letters of a run's file at most when it is unpacked: some fifty times what a packed one can honestly hold. */
const LONGEST_UNPACKED = 3_000_000;

/**
 * A run as letters of an address, compressed: its texts, rewards and costs, event by event; no tokens and their probabilities.
 *
 * @returns null where it would be longer than `LONGEST_PACKED`, or could not be read back
 */
export async function packRun(run: StoredRun): Promise<string | null> {
  const small = { ...run, events: run.events.map(withoutTokens) };
  const file = exportRun(small, run.header.createdAt);
  if (!parseRunFile(file).ok) return null;
  const packed = lettersOf(await through(new CompressionStream('deflate-raw'), encode(file)));
  return packed.length <= LONGEST_PACKED ? packed : null;
}

/** Reads the letters of an address from anywhere. Never throws. */
export async function unpackRun(packed: string): Promise<ParsedRunFile> {
  try {
    const bytes = await through(new DecompressionStream('deflate-raw'), bytesOf(packed));
    return parseRunFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return {
      ok: false,
      message:
        'The run in the link is damaged, as where a link is cut. Ask for it again, or for the run’s file.',
    };
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** @throws RangeError for more than `LONGEST_UNPACKED` bytes: a few letters could hold any number of them */
async function through(
  { readable, writable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // What goes wrong is told by the reading side too.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > LONGEST_UNPACKED) {
      await reader.cancel();
      throw new RangeError(`The run is longer than ${String(LONGEST_UNPACKED)} bytes.`);
    }
    parts.push(part.value);
  }
  await written;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Base 64 with the letters that an address may hold (RFC 4648, section 5), without padding. */
function lettersOf(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws DOMException for other letters */
function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
