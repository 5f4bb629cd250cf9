import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A reward server for tests: the longer what it is asked the better. */
export interface FakeRewardServer {
  readonly address: string;
  /** It fails on what has these words in it; on nothing where empty. */
  failsOn: string;
  /** The key that it asks for; null for none. */
  key: string | null;
  /** Requests so far. */
  asked: number;
  readonly close: () => void;
}

/** Starts one on a free port. What it refuses, it repeats the key of. */
export async function fakeRewardServer(): Promise<FakeRewardServer> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      fake.asked += 1;
      const { authorization = '' } = request.headers;
      const isRefused = fake.key !== null && authorization !== `Bearer ${fake.key}`;
      const fails = fake.failsOn !== '' && body.includes(fake.failsOn);
      const status = isRefused ? 401 : fails ? 500 : 200;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      const isRead = status === 200;
      response.end(isRead ? JSON.stringify([{ reward: body.length }]) : `No: ${authorization}`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fake: FakeRewardServer = {
    ...{ address: `http://127.0.0.1:${String(port)}/`, failsOn: '', key: null, asked: 0 },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return fake;
}
