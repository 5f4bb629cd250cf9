// @ts-check
import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyServer } from './policy-server.mjs';

const CANARY = 'sk-canary-never-to-be-seen';

describe('a model server behind the page', () => {
  /** @type {string} */
  let folder;
  /** @type {import('node:http').Server} */
  let target;
  /** @type {import('vite').PreviewServer} */
  let server;
  /** @type {{ url: string, headers: import('node:http').IncomingHttpHeaders }[]} */
  const asked = [];
  /** @type {() => void} */
  let release = () => {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-server-'));
    await writeFile(join(folder, 'index.html'), '<html><head></head>page</html>');
    target = createServer((request, response) => {
      asked.push({ url: request.url ?? '', headers: request.headers });
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Set-Cookie': 'a=b' });
      response.write('data: 1\n\n');
      if (request.method === 'GET') response.end();
      else release = () => response.end('data: [DONE]\n\n');
    });
    await new Promise((done) => target.listen(0, '127.0.0.1', () => done(undefined)));
    const address = target.address();
    const port = typeof address === 'object' ? address?.port : 0;
    server = await preview({
      configFile: false,
      appType: 'mpa',
      root: folder,
      logLevel: 'silent',
      plugins: [policyServer({ address: `http://127.0.0.1:${port}/v1`, key: CANARY })],
      build: { outDir: '.' },
      preview: { port: 4398, headers: { 'X-Of-Page': 'yes' } },
    });
  });

  afterAll(async () => {
    await server.close();
    target.closeAllConnections();
    await new Promise((done) => target.close(done));
    await rm(folder, { recursive: true });
  });

  const base = () => server.resolvedUrls?.local[0] ?? '';

  /**
   * As it is written, where `fetch` would tidy it up.
   *
   * @param {string} path
   * @param {Record<string, string>} [headers]
   * @returns {Promise<number | undefined>}
   */
  const status = (path, headers = {}) =>
    new Promise((done, fail) => {
      const { port } = new URL(base());
      const request = ask({ host: 'localhost', port, path, headers }, (response) => {
        response.resume();
        done(response.statusCode);
      });
      request.on('error', fail).end();
    });

  it('is named in the page, without its address or key', async () => {
    const answer = await fetch(base());
    const html = await answer.text();
    expect(html).toContain('<meta name="policy-server" content="./policy/v1" /></head>page');
    expect(html).not.toContain('127.0.0.1');
    expect(answer.headers.get('x-of-page')).toBe('yes');
  });

  it('is asked with its key, and without what the browser would tell', async () => {
    const answer = await fetch(`${base()}policy/v1/models`, {
      headers: { Authorization: 'Bearer other', Cookie: 'c=d', Origin: new URL(base()).origin },
    });
    expect(await answer.text()).toBe('data: 1\n\n');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(JSON.stringify([...answer.headers])).not.toContain(CANARY);
    const { url, headers } = asked.at(-1) ?? { url: '', headers: {} };
    expect(url).toBe('/v1/models');
    expect(headers.authorization).toBe(`Bearer ${CANARY}`);
    expect([headers.cookie, headers.origin, headers.referer]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('streams: the first event comes before the last is sent', async () => {
    const answer = await fetch(`${base()}policy/v1/chat/completions`, { method: 'POST' });
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n');
    release();
    const last = await reader?.read();
    expect(new TextDecoder().decode(last?.value)).toBe('data: [DONE]\n\n');
  });

  it.each([
    '/policy',
    '/policy/',
    '/policy/v1',
    '/policy/admin',
    '/policy/v1x/models',
    '/policy/v1/../admin',
    '/policy/v1/%2e%2e/admin',
    '/policy/v1/..%2fadmin',
    '/policy/v1//host/models',
    '/policy/v1/http:%2f%2fhost',
    '/policy/v1/a\\b',
    '/policyadmin',
    '/policyv1/models',
    '/policyv1/chat/completions',
    '/policy\\admin',
    '/policy/tokenize',
    '/policy/detokenize',
  ])('passes nothing else on: %s', async (path) => {
    const before = asked.length;
    expect(await status(path)).toBe(404);
    expect(asked).toHaveLength(before);
  });

  it('passes on how a text is split, which vLLM tells beside the prefix', async () => {
    const answer = await fetch(`${base()}policy/tokenize`, { method: 'POST', body: '{}' });
    release();
    await answer.text();
    expect(answer.status).toBe(200);
    expect(asked.at(-1)?.url).toBe('/tokenize');
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.test' },
    { origin: 'null' },
  ])('answers no other page: %o', async (headers) => {
    const before = asked.length;
    expect(await status('/policy/v1/models', headers)).toBe(403);
    expect(asked).toHaveLength(before);
  });
});

it('says that the server is gone, and nothing of where it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'policy-server-'));
  await writeFile(join(folder, 'index.html'), '<head></head>');
  const server = await preview({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [policyServer({ address: 'http://127.0.0.1:9/v1', key: undefined })],
    build: { outDir: '.' },
    preview: { port: 4399 },
  });
  const answer = await fetch(`${server.resolvedUrls?.local[0] ?? ''}policy/v1/models`);
  const text = await answer.text();
  await server.close();
  await rm(folder, { recursive: true });
  expect(answer.status).toBe(502);
  expect(text).toMatch(/can’t be reached/);
  expect(text).not.toContain('127.0.0.1');
});
