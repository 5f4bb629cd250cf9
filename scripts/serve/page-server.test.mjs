import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isolationHeaders, serveWeightsUncompressed } from './page-server.mjs';

/** More than the size from which the preview server compresses. */
const BYTES = 4096;

describe('the server of the page', () => {
  /** @type {string} */
  let folder;
  /** @type {import('vite').PreviewServer} */
  let server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-server-'));
    await mkdir(join(folder, 'models'));
    await writeFile(join(folder, 'models/weights.gguf'), Buffer.alloc(BYTES));
    await writeFile(join(folder, 'page.html'), ' '.repeat(BYTES));
    server = await preview({
      configFile: false,
      appType: 'mpa',
      root: folder,
      logLevel: 'silent',
      plugins: [serveWeightsUncompressed()],
      build: { outDir: '.' },
      preview: { headers: isolationHeaders, port: 4397 },
    });
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** @param {string} path */
  const ask = async (path) => {
    const base = server.resolvedUrls?.local[0];
    const answer = await fetch(new URL(path, base), { headers: { 'accept-encoding': 'gzip' } });
    await answer.arrayBuffer();
    return answer.headers;
  };

  it('sends weights as they are, with their length', async () => {
    const headers = await ask('models/weights.gguf');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('content-length')).toBe(String(BYTES));
  });

  it('compresses the page', async () => {
    expect((await ask('page.html')).get('content-encoding')).toBe('gzip');
  });

  it('isolates what it sends from other origins', async () => {
    const headers = await ask('page.html');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });
});
