import { createParser } from 'eventsource-parser';
import { cutStream, type Asked } from './server-failures.ts';

/** Waits for a promise as long as a server may be silent. @throws PolicyError where it takes longer */
export type Patiently = <Value>(promise: Promise<Value>) => Promise<Value>;

/** No event is longer: an answer's comes token by token. */
const MOST_CHARACTERS_OF_EVENT = 4_000_000;

/** Says what the last event of a stream is. */
const END = '[DONE]';

/** The data of each event, until the one that ends the stream. @throws PolicyError where the stream is cut before */
export async function* eventsOf(
  response: Response,
  asked: Asked,
  patiently: Patiently,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  if (response.body === null) throw cutStream(asked);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let events: string[] = [];
  const parser = createParser({
    maxBufferSize: MOST_CHARACTERS_OF_EVENT,
    onEvent: ({ data }) => events.push(data),
  });
  try {
    for (;;) {
      const { done, value } = await patiently(readPiece(reader, asked, signal));
      if (done) throw cutStream(asked);
      parser.feed(decoder.decode(value, { stream: true }));
      const come = events;
      events = [];
      for (const data of come) {
        if (data === END) return;
        yield data;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  asked: Asked,
  signal: AbortSignal,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch {
    signal.throwIfAborted();
    throw cutStream(asked);
  }
}
