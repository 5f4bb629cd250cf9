/** Why a head could not be read, its message a sentence for people with the next step. */
export class HeadError extends Error {
  /** Whether there is no such file, so that another one may be tried. */
  readonly notFound: boolean;

  constructor(message: string, options: ErrorOptions & { readonly notFound?: boolean } = {}) {
    super(message, options);
    this.name = 'HeadError';
    this.notFound = options.notFound ?? false;
  }
}

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

/** A file that a person chose. */
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

function endsTooSoon(name: string): HeadError {
  return new HeadError(`${name} ends too soon. Download it again, whole.`);
}

function tooLong(name: string): HeadError {
  return new HeadError(
    `${name} is too long to be what was asked for. Choose the file as published.`,
  );
}

/** The browser’s `fetch`, as far as it is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Most bytes that are read and thrown away where a server sends only whole files. */
export const MAX_SKIPPED_BYTES = 2 ** 26;

/** A file on a server, read by range requests. */
export function bytesOfAddress(url: string, fetch: Fetch): ByteSource {
  return {
    name: url,
    read: async (start, end, signal) => {
      const headers = { Range: `bytes=${String(start)}-${String(end - 1)}` };
      const response = await request(url, fetch, headers, signal);
      const whole = response.status === 200;
      if (whole && end > MAX_SKIPPED_BYTES) {
        await response.body?.cancel();
        throw new HeadError(
          `The server of ${url} sends only whole files, and this one is large. Download the file and choose it from disk.`,
        );
      }
      checkRange(response, start, url);
      const part = whole ? { start, end } : { start: 0, end: end - start };
      const bytes = await readPart(response, { name: url, ...part }, signal);
      if (bytes.length < end - start) throw endsTooSoon(url);
      return bytes;
    },
    readAll: async (maxBytes, signal) => {
      const response = await request(url, fetch, {}, signal);
      // One byte more than allowed tells a file that is too long.
      const part = { name: url, start: 0, end: maxBytes + 1 };
      const bytes = await readPart(response, part, signal);
      if (bytes.length > maxBytes) throw tooLong(url);
      return bytes;
    },
  };
}

interface Part {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

async function request(
  url: string,
  fetch: Fetch,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { headers, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new HeadError(
      `The connection failed while reading ${url}. Check the network and the address, or choose the file from disk.`,
      { cause: error },
    );
  }
  if (response.status === 200 || response.status === 206) return response;
  await response.body?.cancel();
  if (response.status === 416) throw endsTooSoon(url);
  throw new HeadError(
    `The server answered ${String(response.status)} for ${url}. Check the address, or choose the file from disk.`,
    { notFound: response.status === 404 },
  );
}

/** A server of another origin may not show what part it sent; then its length has to do. */
function checkRange(response: Response, start: number, url: string): void {
  const range = response.headers.get('Content-Range');
  if (response.status === 200 || range === null) return;
  if (/^bytes (\d+)-/.exec(range)?.[1] === String(start)) return;
  throw new HeadError(
    `The server of ${url} sent another part of the file than was asked for. Download the file and choose it from disk.`,
  );
}

/** Reads from `start` to `end` or to where the body ends before, and no further, however much comes. */
async function readPart(
  { body }: Response,
  { name, start, end }: Part,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const reader = body?.getReader();
  const pieces: Uint8Array[] = [];
  let place = 0;
  try {
    while (reader !== undefined && place < end) {
      const { value, done } = await reader.read();
      if (done) break;
      pieces.push(value.subarray(Math.max(0, start - place), Math.max(0, end - place)));
      place += value.length;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new HeadError(`The connection was lost while reading ${name}. Try it again.`, {
      cause: error,
    });
  } finally {
    // The rest isn't wanted; a failed connection has nothing left to cancel.
    await reader?.cancel().catch(() => undefined);
  }
  return joinPieces(pieces);
}

function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) {
    joined.set(piece, place);
    place += piece.length;
  }
  return joined;
}
