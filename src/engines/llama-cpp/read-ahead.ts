import type { ReadFile } from './native/llama-binding.mjs';

const AHEAD_BYTES = 2 ** 20;

/**
 * Reads a mebibyte at a time for whoever asks for less: llama.cpp reads a file's header by the kilobyte, and each reading of
 * a blob takes a good part of a millisecond.
 */
export function readAhead(read: ReadFile): ReadFile {
  const kept = new Uint8Array(AHEAD_BYTES);
  let blob: Blob | null = null;
  let from = 0;
  let bytes = 0;
  return (stream, heap, offset, length, position) => {
    if (length >= AHEAD_BYTES) return read(stream, heap, offset, length, position);
    const { contents } = stream.node;
    const inside = blob === contents && position >= from && position + length <= from + bytes;
    if (!inside) {
      bytes = read(stream, kept, 0, AHEAD_BYTES, position);
      blob = contents;
      from = position;
    }
    const start = position - from;
    const count = Math.min(length, bytes - start);
    heap.set(kept.subarray(start, start + count), offset);
    return count;
  };
}
