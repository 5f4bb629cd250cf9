import { HeadError } from './head-error.ts';

/** A file of which parts can be read without the rest. */
export interface ByteSource {
  /** For people: an address or a file's name. */
  readonly name: string;
  /**
   * Exactly the bytes from `start` up to `end`.
   *
   * @throws HeadError where the file ends before, or can't be read.
   * @throws the signal's reason when it is aborted.
   */
  read(start: number, end: number, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * The whole file.
   *
   * @throws HeadError where it is longer than `maxBytes`, or can't be read.
   * @throws the signal's reason when it is aborted.
   */
  readAll(maxBytes: number, signal: AbortSignal): Promise<Uint8Array>;
}

export function bytesOfFile(file: File): ByteSource {
  return {
    name: file.name,
    read: async (start, end, signal) => {
      signal.throwIfAborted();
      if (end > file.size) throw endsTooSoon(file.name);
      const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
      signal.throwIfAborted();
      return bytes;
    },
    readAll: async (maxBytes, signal) => {
      signal.throwIfAborted();
      if (file.size > maxBytes) throw tooLong(file.name);
      const bytes = new Uint8Array(await file.arrayBuffer());
      signal.throwIfAborted();
      return bytes;
    },
  };
}

export function endsTooSoon(name: string): HeadError {
  return new HeadError(`${name} ends too soon. Download it again, whole.`);
}

export function tooLong(name: string): HeadError {
  return new HeadError(
    `${name} is too long to be what was asked for. Choose the file as published.`,
  );
}
