import { afterEach, expect, it } from 'vitest';
import type { LoadedPolicy } from '../../core/index.ts';
import { ask, readAnswer } from '../testing/policy-contract.ts';
import { Flight } from './flight.ts';
import { createModelServers, openServerPolicy } from './open-server.ts';
import { listModels } from './probe-server.ts';
import { ServerClient } from './server-client.ts';
import { serverAddress } from './server-address.ts';
import { createServerKeys } from './server-keys.ts';
import { unreachable } from './server-failures.ts';
import { ABLE } from './testing/able-server.ts';
import { createHandClock, type HandClock } from './testing/hand-clock.ts';
import { LIKE_VLLM, scriptedServer } from './testing/scripted-server.ts';
import {
  eventsReply,
  jsonReply,
  startWireServer,
  type WireReply,
  type WireServer,
} from './testing/wire-server.ts';

const never = new AbortController().signal;

/** A key that has to turn up nowhere. */
const CANARY = 'sk-canary-4711-never-to-be-seen';

const open: WireServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

/** A server whose first calls get these replies, and all further ones proper answers. */
async function faulty(
  ...replies: readonly (WireReply | Promise<WireReply>)[]
): Promise<{ server: WireServer; policy: LoadedPolicy; clock: HandClock }> {
  const server = await scriptedServer(LIKE_VLLM, (_, call) => replies[call] ?? null);
  open.push(server);
  const clock = createHandClock();
  return { server, policy: policyAt(server.address, clock), clock };
}

function policyAt(
  url: string,
  clock: HandClock,
  page: string | null = null,
  key: string | null = CANARY,
): LoadedPolicy {
  const { model } = LIKE_VLLM;
  const source = { kind: 'model-server', url, model, inFlight: 4, abilities: ABLE } as const;
  const ask = (address: string, init: RequestInit) => fetch(address, init);
  const world = { fetch: ask, pauses: clock, now: clock.now, page };
  return openServerPolicy(source, () => key, world);
}

const error = (status: number, message: string, headers = {}) =>
  jsonReply({ error: { message, type: 'any', code: status } }, status, headers);

const html = (status: number): WireReply => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  pieces: [`<html>Bad gateway ${CANARY}</html>`],
});

it.each([
  ['a key that is refused', error(401, `Incorrect API key: ${CANARY}`), /refused the key \(401\)/],
  ['a key that may not', error(403, 'Forbidden'), /refused the key \(403\)/],
  [
    'a model that is gone',
    error(404, 'The model does not exist.'),
    /has no model “small\/words” any more/,
  ],
  ['another program’s page', html(404), /web page \(404\)/],
  ['a page that is a success', html(200), /web page \(200\)/],
  ['a failure', error(500, `Out of memory ${CANARY}`), /failed \(500\)\.$/, 'engine-lost'],
  ['a refusal', error(422, 'No such field.'), /refused the request \(422\)\.$/],
  ['no JSON', { status: 418, pieces: ['teapot'] }, /refused the request \(418\)\.$/],
  [
    'another protocol',
    eventsReply([{ hello: 'world' }]),
    /no answer: it may not speak the OpenAI protocol/,
  ],
  [
    'a fault in the middle',
    eventsReply([{ error: { message: 'NCCL' } }]),
    /failed in the middle of its answer\.$/,
  ],
  [
    'another model',
    eventsReply([{ model: 'b', choices: [] }]),
    /answers with “b” now, and answered with “small\/words”/,
  ],
])('says in a sentence what %s is', async (_, reply, sentence, kind = 'engine-failed') => {
  const { policy } = await faulty(reply);
  const failing = readAnswer(policy, ask('Name a fruit.'));
  await expect(failing).rejects.toMatchObject({ name: 'PolicyError', kind });
  await expect(failing).rejects.toThrow(sentence);
  expect(String(await failing.catch((thrown: unknown) => thrown))).not.toContain(CANARY);
});

const begun = { model: LIKE_VLLM.model, choices: [{ index: 0, delta: { content: 'Fig' } }] };

const told = (message: string): readonly [string, WireReply, RegExp][] => [
  ['a failure', error(500, message), /failed \(500\)\./],
  ['a refusal', error(422, message), /refused the request \(422\)\./],
  ['a model that is gone', error(404, message), /any more \(404\)/],
  ['a fault in the middle', eventsReply([begun, { error: { message } }]), /failed in the middle/],
];

it.each(told('Out of memory.'))(
  'repeats the words of %s where it has no key',
  async (_, reply, what) => {
    const { server, clock } = await faulty(reply, reply);
    const failing = readAnswer(policyAt(server.address, clock, null, null), ask('Name a fruit.'));
    const sentence = await failing.then(() => 'an answer', String);
    expect(sentence).toMatch(what);
    expect(sentence).toMatch(/ Its words: “Out of memory\.”$/);
  },
);

it.each(
  [
    String.raw`Not with sk-can\/ary\u003d`,
    'Not with sk-can%2Fary%3D',
    'Not with sk-can',
    'Not with c2stY2FuL2FyeT0=',
  ].flatMap(told),
)('repeats no words of %s to who gave a key, whatever they make of it', async (_, reply, what) => {
  const { server, clock } = await faulty(reply, reply);
  const policy = policyAt(server.address, clock, null, 'sk-can/ary=');
  const sentence = await readAnswer(policy, ask('Name a fruit.')).then(() => 'an answer', String);
  expect(sentence).toMatch(what);
  expect(sentence).not.toContain('Not with');
});

it('waits as long as the server asks, and longer each time where it doesn’t say', async () => {
  const busy = error(429, 'Slow down');
  const { policy, clock, server } = await faulty(
    error(503, 'Loading', { 'Retry-After': '7' }),
    error(429, 'Slow down', { 'Retry-After': 'Thu, 01 Jan 1970 00:01:00 GMT' }),
    busy,
    busy,
  );
  clock.skipUpTo = 60_000;
  const { text } = await readAnswer(policy, ask('Name a fruit.'));
  expect(text).not.toBe('');
  const asked = clock.waits.filter((wait) => wait < 180_000);
  expect(asked).toEqual([7_000, 53_000, 4_000, 8_000]);
  expect(policy.notes?.getSnapshot()).toEqual([expect.stringMatching(/turned requests away/)]);
  expect(server.requests).toHaveLength(5);
});

it('gives up after six tries, in a sentence', async () => {
  const { policy, clock, server } = await faulty(...Array<WireReply>(9).fill(error(429, 'No')));
  clock.skipUpTo = 60_000;
  await expect(readAnswer(policy, ask('Name a fruit.'))).rejects.toThrow(/too much to do \(429\)/);
  expect(server.requests).toHaveLength(6);
});

it.each([
  [600, 1],
  [601, 0],
])('waits ten minutes where it is asked to, and no longer (%d s)', async (seconds, waits) => {
  const { policy, clock } = await faulty(error(429, 'No', { 'Retry-After': String(seconds) }));
  const answer = readAnswer(policy, ask('Name a fruit.')).then(({ text }) => text !== '', String);
  if (waits === 1) {
    await expect.poll(() => clock.waits.includes(600_000)).toBe(true);
    clock.pass(600_000);
    expect(await answer).toBe(true);
  } else {
    expect(await answer).toMatch(/too much to do/);
  }
});

it('stops waiting when it is aborted', async () => {
  const { policy, clock } = await faulty(error(429, 'No'), error(429, 'No'));
  const abort = new AbortController();
  const waiting = readAnswer(policy, ask('Name a fruit.'), abort.signal);
  await expect.poll(() => clock.waits.includes(1_000)).toBe(true);
  const reason = new Error('enough');
  abort.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

it('sends the key that it has now, and not the one that it was loaded with', async () => {
  const { server } = await faulty();
  let key = 'old';
  const clock = createHandClock();
  const { model } = LIKE_VLLM;
  const url = server.address;
  const source = { kind: 'model-server', url, model, inFlight: 1, abilities: ABLE } as const;
  const world = { fetch, pauses: clock, now: clock.now, page: null };
  const policy = openServerPolicy(source, () => key, world);
  await readAnswer(policy, ask('Name a fruit.'));
  key = 'new';
  await readAnswer(policy, ask('Name a fruit.'));
  const sent = server.requests.map(({ headers }) => headers.authorization);
  expect(sent).toEqual(['Bearer old', 'Bearer new']);
});

it('lets as many be in flight as before once all are served, whole replies too', async () => {
  const { server, clock } = await faulty(error(429, 'No', { 'Retry-After': '0' }));
  clock.skipUpTo = 0;
  const flight = new Flight(2);
  const asked = { address: server.address, model: null, keyOf: () => null };
  const client = new ServerClient(asked, flight, {
    fetch,
    pauses: clock,
    now: clock.now,
    page: null,
  });
  const list = () => listModels(client, server.address, never);
  await list();
  expect(flight.places).toBe(2);
  const again = await flight.board(never);
  again.turnedAway();
  again.leave(false);
  expect(flight.places).toBe(1);
  await list();
  expect(flight.places).toBe(2);
});

it('calls a stream that is cut lost, so that the node is drawn again', async () => {
  const events = `data: ${JSON.stringify(begun)}\n\n`;
  const { policy } = await faulty({ pieces: [events], cut: true }, { pieces: [events] });
  // Broken off, and ended without an end.
  for (let call = 0; call < 2; call += 1) {
    const cut = readAnswer(policy, ask('Name a fruit.'));
    await expect(cut).rejects.toMatchObject({ kind: 'engine-lost', message: /broke off/ });
  }
  expect((await readAnswer(policy, ask('Name a fruit.'))).text).not.toBe('');
  expect(policy.notes?.getSnapshot()).toEqual([
    expect.stringMatching(/broke off.*asked again, once/),
  ]);
});

it('takes a stream that is cut behind the answer’s end for whole', async () => {
  const over = { choices: [{ index: 0, delta: {}, finish_reason: 'content_filter' }] };
  const lines = [begun, over].map((event) => `data: ${JSON.stringify(event)}\n\n`);
  const { policy } = await faulty({ pieces: lines });
  const { text, finishReason } = await readAnswer(policy, ask('Name a fruit.'));
  expect([text, finishReason]).toEqual(['Fig', 'unknown']);
});

it('gives up on a server that is silent for three minutes', async () => {
  const { policy, clock, server } = await faulty(new Promise<WireReply>(() => undefined));
  const silent = readAnswer(policy, ask('Name a fruit.'));
  await expect.poll(() => server.requests.length).toBe(1);
  clock.pass(179_999);
  clock.pass(1);
  await expect(silent).rejects.toMatchObject({
    kind: 'engine-lost',
    message: /nothing for 180 seconds/,
  });
});

it('says that nobody is there', async () => {
  const clock = createHandClock();
  const answer = readAnswer(policyAt('http://127.0.0.1:9/v1', clock), ask('Name a fruit.'));
  await expect(answer).rejects.toMatchObject({ kind: 'engine-lost', message: /can’t be reached/ });
});

it('says what lets a page ask, and what doesn’t', () => {
  const say = (address: string, page: string) =>
    unreachable({ address, model: null, keyOf: () => CANARY }, page).message;
  const page = 'http://localhost:4173';
  const lines = say('http://localhost:8000/v1', page);
  for (const line of [
    `--allowed-origins '["${page}"]'`,
    `CORSMiddleware(allow_origins=["${page}"])`,
    `--cors-origins ${page}`,
    `OLLAMA_ORIGINS=${page}`,
    'npm start -- --policy http://localhost:8000/v1',
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.length).toBeLessThan(600);
  expect(say('http://lab:8000/v1', 'https://page.test')).toMatch(/came by https/);
  expect(say(`${page}/policy/v1`, page)).toMatch(/is the server running/);
});

it('sends a key to the server that it was given for, and follows it nowhere else', async () => {
  const elsewhere = await startWireServer(() => jsonReply({ data: [] }));
  const server = await startWireServer(() => ({
    status: 307,
    headers: { Location: `${elsewhere.address}/models` },
    pieces: [],
  }));
  open.push(elsewhere, server);
  const keys = createServerKeys({ read: () => undefined, write: () => undefined });
  keys.set(server.address, CANARY, false);
  const clock = createHandClock();
  const ask = (address: string, init: RequestInit) => fetch(address, init);
  const servers = createModelServers(keys, {
    fetch: ask,
    pauses: clock,
    now: clock.now,
    page: null,
  });
  await expect(servers.listModels(server.address, never)).rejects.toMatchObject({
    name: 'ModelLoadError',
  });
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${CANARY}`);
  expect(elsewhere.requests).toEqual([]);
});

it.each([
  ['http://host:8000/v1/', 'http://host:8000/v1'],
  [' http://host:8000/v1/chat/completions', 'http://host:8000/v1'],
  ['https://host/a/models', 'https://host/a'],
  ['https://host', 'https://host'],
])('takes %s for a server', (typed, address) => {
  expect(serverAddress(typed)).toBe(address);
});

it.each([
  'http://me:secret@host/v1',
  'https://host/v1?key=secret',
  'https://host/v1#secret',
  'secret',
])('refuses %s without repeating a secret', (typed) => {
  expect(() => serverAddress(typed)).toThrow(typed === 'secret' ? /no|not a web/ : /^(?!.*secret)/);
});
