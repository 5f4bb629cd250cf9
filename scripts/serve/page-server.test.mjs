import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from './content-security-policy.mjs';
import { ownFilesOnly } from './own-files-only.mjs';
import { isolationHeaders, serveWeightsUncompressed } from './page-server.mjs';

/** More than the size from which the preview server compresses. */
const BYTES = 4096;

describe('the server of the page', () => {
  /** @type {string} */
  let parent;
  /** @type {string} */
  let folder;
  /** @type {import('vite').PreviewServer} */
  let server;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'page-server-'));
    folder = join(parent, 'dist');
    await mkdir(folder);
    await writeFile(join(parent, 'secret.txt'), 'secret');
    await symlink(join(parent, 'secret.txt'), join(folder, 'link.txt'));
    await symlink(parent, join(folder, 'up'));
    await symlink(join(folder, 'page.html'), join(folder, 'inside.html'));
    await mkdir(join(folder, 'models'));
    await writeFile(join(folder, 'models/weights.gguf'), Buffer.alloc(BYTES));
    await writeFile(join(folder, 'page.html'), ' '.repeat(BYTES));
    server = await preview({
      configFile: false,
      appType: 'mpa',
      root: folder,
      logLevel: 'silent',
      plugins: [serveWeightsUncompressed(), ownFilesOnly()],
      build: { outDir: '.' },
      preview: {
        headers: { ...isolationHeaders, ...securityHeaders('<script>one()</script>') },
        port: 4397,
      },
    });
  });

  afterAll(async () => {
    await server.close();
    await rm(parent, { recursive: true });
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

  it('says what the page may do, and that a file is what it is called', async () => {
    const headers = await ask('page.html');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    // Of "one()", by openssl dgst -sha256 -binary | base64.
    expect(policy).toContain(
      "script-src 'self' 'wasm-unsafe-eval' 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='",
    );
    expect(policy).not.toMatch(/'unsafe-(inline|eval|hashes)'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['link.txt', 'up/secret.txt', 'up', '%2e%2e/secret.txt', '..%2fsecret.txt', '%', 'a%00'])(
    'sends nothing that lies elsewhere: %s',
    async (path) => {
      const base = server.resolvedUrls?.local[0] ?? '';
      const answer = await fetch(`${base}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('secret');
    },
  );

  it('follows a link to a file of its own', async () => {
    const base = server.resolvedUrls?.local[0] ?? '';
    expect((await fetch(`${base}inside.html`)).status).toBe(200);
  });
});
