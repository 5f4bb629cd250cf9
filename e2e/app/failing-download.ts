import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';

export const GGUF = 'public/models/SmolLM2-135M-Instruct.Q8_0.gguf';

/** Every download of it, whatever the address says of its version. */
const GGUF_ADDRESS = /\.gguf(\?|$)/;

/** Bytes that come before the connection is cut. */
const CUT_AFTER_BYTES = 1_000_000;

/**
 * Cuts every download of a GGUF in the middle, until it is taken back. The route itself stays: taking it away while a
 * worker ends can stall the browser.
 */
export async function cutDownloads(context: BrowserContext): Promise<() => void> {
  let cut = true;
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'Content-Length': statSync(GGUF).size,
      'Content-Type': 'application/octet-stream',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
    });
    const start = createReadStream(GGUF, { end: CUT_AFTER_BYTES });
    start.pipe(response, { end: false });
    start.on('end', () => response.socket?.destroySoon());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await context.route(GGUF_ADDRESS, (route) =>
    cut && route.request().method() === 'GET'
      ? route.continue({ url: `http://127.0.0.1:${String(port)}/model.gguf` })
      : route.continue(),
  );
  return () => {
    cut = false;
    server.close();
    server.closeAllConnections();
  };
}

/** Answers 404 to every download of a GGUF, until it is taken back. */
export async function hideDownloads(context: BrowserContext): Promise<() => void> {
  let hidden = true;
  await context.route(GGUF_ADDRESS, (route) =>
    hidden ? route.fulfill({ status: 404, body: 'not here' }) : route.continue(),
  );
  return () => {
    hidden = false;
  };
}
