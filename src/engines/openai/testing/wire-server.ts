import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed; null where there is none. */
  readonly body: unknown;
}

/** What is sent back. */
export interface WireReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Pieces, sent one after another. A fault in their place ends the connection. */
  readonly pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
  /** Whether the connection is broken off after the pieces, without an end. */
  readonly cut?: boolean;
}

export type WireHandler = (
  request: WireRequest,
  signal: AbortSignal,
) => WireReply | Promise<WireReply>;

/** A server on this machine that answers as it is told: real sockets, real HTTP. */
export interface WireServer {
  /** For example "http://127.0.0.1:40001/v1". */
  readonly address: string;
  readonly requests: readonly WireRequest[];
  /** Requests whose answer is under way. */
  readonly underWay: () => number;
  close(): Promise<void>;
}

/** @param letsPagesAsk whether pages of any origin may ask, as most model servers let them */
export async function startWireServer(
  handle: WireHandler,
  letsPagesAsk = false,
): Promise<WireServer> {
  const requests: WireRequest[] = [];
  let underWay = 0;
  const server = createServer((incoming, response) => {
    if (letsPagesAsk) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
      if (incoming.method === 'OPTIONS') {
        response.end();
        return;
      }
    }
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
    });
    underWay += 1;
    const answering = answer(incoming, response, async (request) => {
      requests.push(request);
      return handle(request, gone.signal);
    });
    void answering.catch(() => response.destroy()).finally(() => (underWay -= 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/v1`,
    requests,
    underWay: () => underWay,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  handle: (request: WireRequest) => Promise<WireReply>,
): Promise<void> {
  const { status = 200, headers, pieces, cut = false } = await handle(await requestOf(incoming));
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.flushHeaders();
  for await (const piece of pieces) {
    if (response.destroyed) return;
    response.write(piece);
  }
  if (cut) response.destroy();
  else response.end();
}

async function requestOf(incoming: IncomingMessage): Promise<WireRequest> {
  let text = '';
  for await (const piece of incoming.setEncoding('utf8')) text += String(piece);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? '',
    path: (incoming.url ?? '').split('?')[0] ?? '',
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}

/** A reply in one piece. */
export function jsonReply(body: unknown, status = 200, headers = {}): WireReply {
  return { status, headers, pieces: [JSON.stringify(body)] };
}

/** A stream of events that says that it is over. */
export function eventsReply(events: Iterable<unknown> | AsyncIterable<unknown>): WireReply {
  async function* lines() {
    for await (const event of events) yield `data: ${JSON.stringify(event)}\n\n`;
    yield 'data: [DONE]\n\n';
  }
  return { headers: { 'Content-Type': 'text/event-stream' }, pieces: lines() };
}
