import { afterEach, expect, it } from 'vitest';
import type { LoadedPolicy } from '../../core/index.ts';
import { ask, readAnswer } from '../testing/policy-contract.ts';
import { createModelServers, openServerPolicy } from './open-server.ts';
import { createServerKeys } from './server-keys.ts';
import { ABLE } from './testing/able-server.ts';
import { createHandClock, type HandClock } from './testing/hand-clock.ts';
import { LIKE_VLLM, scriptedServer } from './testing/scripted-server.ts';
import { jsonReply, type WireReply, type WireServer } from './testing/wire-server.ts';

const never = new AbortController().signal;

const open: WireServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

/** A router whose first calls get these replies, and all further ones what a model answers. */
async function behindRouter(
  ...replies: readonly WireReply[]
): Promise<{ server: WireServer; policy: LoadedPolicy; clock: HandClock }> {
  const server = await scriptedServer(LIKE_VLLM, (_, call) => replies[call] ?? null);
  open.push(server);
  const clock = createHandClock();
  const { model } = LIKE_VLLM;
  const url = server.address;
  const source = { kind: 'model-server', url, model, inFlight: 4, abilities: ABLE } as const;
  const world = { fetch, pauses: clock, now: clock.now, page: null };
  return { server, policy: openServerPolicy(source, () => null, world), clock };
}

const html = (status: number): WireReply => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  pieces: ['<html>Bad gateway</html>'],
});

it('waits for a gateway that reaches no model, and calls it lost in the end', async () => {
  const { policy, clock, server } = await behindRouter(...Array<WireReply>(8).fill(html(502)));
  clock.skipUpTo = 60_000;
  const failing = readAnswer(policy, ask('Name a fruit.'));
  await expect(failing).rejects.toMatchObject({
    kind: 'engine-lost',
    message: /reaches no model behind it \(502\)/,
  });
  expect(server.requests).toHaveLength(6);
  expect((await readAnswer(policy, ask('Name a fruit.'))).text).not.toBe('');
  expect(server.requests).toHaveLength(9);
});

it('leaves a gateway that waited too long for its model to the one who asked', async () => {
  const { policy, server } = await behindRouter(html(504));
  await expect(readAnswer(policy, ask('Name a fruit.'))).rejects.toMatchObject({
    kind: 'engine-lost',
    message: /waited too long for the model behind it \(504\)/,
  });
  expect(server.requests).toHaveLength(1);
});

/** What vllm-router 0.1.17 said while a replica of its was killed, and before another took its place. */
const ROUTER_SAYS = [
  [
    500,
    'Request failed: error sending request for url (http://127.0.0.1:8102/v1/chat/completions)',
  ],
  [503, 'No available workers (all circuits open or unhealthy)'],
].map(([status, text]): WireReply => ({
  status: Number(status),
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  pieces: [String(text)],
}));

it('reads a text once more where the replica that read it is gone', async () => {
  const { policy, clock, server } = await behindRouter(...ROUTER_SAYS);
  clock.skipUpTo = 60_000;
  const messages = [{ role: 'user', content: 'Name a fruit.' }] as const;
  const read = await policy.scoreText?.({ messages, text: 'fig' }, never);
  expect(read?.tokens.length).toBeGreaterThan(0);
  expect(server.requests).toHaveLength(3);
  expect(policy.notes?.getSnapshot()).toEqual([
    expect.stringMatching(/failed \(500\).*asked again, once/),
    expect.stringMatching(/turned requests away/),
  ]);
});

it('takes a failure at an unknown field for a thing that a server can’t do', async () => {
  const server = await scriptedServer(LIKE_VLLM, ({ body }) =>
    JSON.stringify(body).includes('presence_penalty')
      ? jsonReply({ error: { message: 'unexpected keyword' } }, 500)
      : null,
  );
  open.push(server);
  const clock = createHandClock();
  const keys = createServerKeys({ read: () => undefined, write: () => undefined });
  const world = { fetch, pauses: clock, now: clock.now, page: null };
  const abilities = await createModelServers(keys, world).probe(
    ...[server.address, LIKE_VLLM.model, never],
  );
  expect(abilities).toMatchObject({ presencePenalty: 'refused', seed: true });
});
