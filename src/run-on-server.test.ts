// Stands above the layers, since it follows a model server's answers, and its key and a reward server's, from the wire to what is kept, told and linked.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  makeArm,
  type RewardModel,
  type ServerSource,
  type StoredRun,
  type ModelSource,
  accountsOf,
  late,
  replay,
  rewardOf,
  textOf,
} from './core/index.ts';
import { fakePlan, fakeRewardModel, tickingClock } from './core/testing/fake-run.ts';
import { createModelCatalog } from './engines/index.ts';
import { createModelServers } from './engines/openai/open-server.ts';
import { createOpenaiEngine } from './engines/openai/openai-engine.ts';
import { createServerKeys } from './engines/openai/server-keys.ts';
import { LIKE_VLLM, scriptedServer } from './engines/openai/testing/scripted-server.ts';
import {
  jsonReply,
  type WireReply,
  type WireServer,
} from './engines/openai/testing/wire-server.ts';
import { scorerById } from './rewards/index.ts';
import { ModelSession, RunController } from './runs/index.ts';
import { atOnce } from './runs/testing/set-up.ts';
import { MemoryRunStore } from './storage/memory/memory-run-store.ts';
import { exportRun, parseRunFile } from './storage/run-file/import-and-export-run.ts';
import { packRun } from './storage/run-file/pack-run.ts';

const CANARY = 'sk-canary-4711-never-to-be-seen';
const never = new AbortController().signal;
const REWARDS = 'http://lab:9000/classify';
const rewardModel: RewardModel = fakeRewardModel(({ response }) => response.length);
const PLAN = fakePlan([makeArm('prs', 8, [4, 4])]);

const realFetch = globalThis.fetch;
const open: WireServer[] = [];
const logged: unknown[][] = [];

beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void logged.push(words));
  }
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Everything that the page keeps of its own accord, by name. */
function browserKeeping() {
  const kept = new Map<string, unknown>();
  const keys = createServerKeys({
    read: () => kept.get('keys'),
    write: (value) => void kept.set('keys', structuredClone(value)),
  });
  return { kept, keys };
}

/** A page in front of a server whose calls get these faults first. */
async function pageBefore(fault: Parameters<typeof scriptedServer>[1] = () => null) {
  const server = await scriptedServer(LIKE_VLLM, fault);
  open.push(server);
  const { kept, keys } = browserKeeping();
  keys.set(server.address, CANARY, false);
  keys.set(REWARDS, CANARY, false);
  const catalog = createModelCatalog({
    gpu: undefined,
    crossOriginIsolated: false,
    logicalCores: 1,
    fetch: () => Promise.reject(new Error('Not wanted here.')),
    baseUrl: 'https://page.test/',
    engines: [createOpenaiEngine()],
    servers: late('What asks', () => Promise.resolve(createModelServers(keys))),
  });
  const models = new ModelSession(catalog, atOnce);
  const store = new MemoryRunStore(() => 'run-2');
  const controller = new RunController({
    ...{ models, store, clock: tickingClock(), schedule: atOnce, retryLater: () => undefined },
    createId: () => 'run-1',
    locks: {
      hold: () => Promise.resolve(() => undefined),
      isHeld: () => Promise.resolve(false),
      whenFree: () => new Promise(() => undefined),
    },
  });
  return { server, keys, kept, controller, store };
}

type Page = Awaited<ReturnType<typeof pageBefore>>;

async function probed({ server, keys }: Page): Promise<ServerSource> {
  const { address } = server;
  const servers = createModelServers(keys);
  const abilities = await servers.probe(address, LIKE_VLLM.model, never);
  return { kind: 'model-server', url: address, model: LIKE_VLLM.model, inFlight: 4, abilities };
}

async function sample(
  { controller, store }: Page,
  source: ModelSource,
  scorer = rewardModel,
): Promise<StoredRun> {
  await controller.start({ name: 'Test', plan: PLAN, source, scorer: () => scorer });
  const run = await store.load('run-1');
  if (run === null) throw new Error('Nothing was kept.');
  return run;
}

/** What a run found, without when. */
function findings({ header, events }: StoredRun): unknown {
  const { arms } = replay(header, events);
  return arms.map(({ anchors, winnerId, nodes }) => [
    anchors,
    winnerId,
    nodes.map((node) => [
      node.id,
      textOf(node),
      rewardOf(node),
      node.progress.status === 'finished' ? [node.progress.tokens, node.progress.usage] : null,
    ]),
  ]);
}

it('finds the same whoever of a layer finishes first', async () => {
  /** Answers four calls at a time, in the order that is given. */
  const inOrder = (order: readonly number[]) => {
    let waiting: (() => void)[] = [];
    return async (): Promise<WireReply | null> => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length < order.length) return;
        const layer = waiting;
        waiting = [];
        // One at a time: the next begins to answer a few turns after the one before.
        void order.reduce(async (before, place) => {
          await before;
          layer[place]?.();
          for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
        }, Promise.resolve());
      });
      return null;
    };
  };
  const found: unknown[] = [];
  let held = 0;
  for (const order of [
    [0, 1, 2, 3],
    [3, 1, 0, 2],
  ]) {
    let isProbing = true;
    const gate = inOrder(order);
    const isFeedback = (body: unknown): boolean =>
      JSON.stringify(body).includes(`"max_tokens":${String(PLAN.feedbackMaxTokens)},`);
    const page = await pageBefore(({ body }) => {
      if (isProbing || isFeedback(body)) return null;
      held += 1;
      return gate();
    });
    const source = await probed(page);
    isProbing = false;
    found.push(findings(await sample(page, source)));
  }
  expect(found[1]).toEqual(found[0]);
  expect(held).toBe(2 * 8);
});

it('draws a response again whose stream was cut, and counts both calls', async () => {
  let isProbing = true;
  let calls = 0;
  const page = await pageBefore(() => {
    if (isProbing) return null;
    calls += 1;
    return calls === 2 ? { pieces: [': begun\n\n'], cut: true } : null;
  });
  const source = await probed(page);
  isProbing = false;
  const { header, events } = await sample(page, source);
  const [arm] = replay(header, events).arms;
  if (arm === undefined) throw new Error('No arm.');
  expect(accountsOf(arm)).toMatchObject({ responses: 8, calls: 10, unfinishedCalls: 1 });
});

it('tells a key to its server alone: not to runs, files, links, stores, logs, errors', async () => {
  let isProbing = true;
  let calls = 0;
  const page = await pageBefore(() => {
    if (isProbing) return null;
    calls += 1;
    const words = `Incorrect key ${CANARY}`;
    if (calls === 2) return jsonReply({ error: { message: words } }, 401);
    if (calls === 3) return jsonReply({ error: { message: words } }, 422);
    return null;
  });
  const source = await probed(page);
  isProbing = false;
  const run = await sample(page, source);
  const file = exportRun(run, 0);
  const link = await packRun(run);
  const told = {
    source,
    run,
    file,
    link,
    view: page.controller.view.getSnapshot(),
    kept: [...page.kept],
    logged: [
      ...logged,
      ...logged.flat().map((each) => (each instanceof Error ? each.stack : each)),
    ],
  };
  for (const [where, what] of Object.entries(told)) {
    expect(JSON.stringify(what), where).not.toContain('canary');
  }
  const failures = run.events.filter(({ type }) => type.endsWith('-failed'));
  expect(failures).toHaveLength(2);
  for (const { headers } of page.server.requests) {
    expect(headers.authorization).toBe(`Bearer ${CANARY}`);
  }
  const parsed = parseRunFile(file);
  expect(parsed.ok && parsed.run.header.policy.server).toEqual({
    address: page.server.address,
    abilities: source.abilities,
  });
});

/** A reward server that repeats what it is told as it refuses: 401 first, then 403, and answers the rest. */
function refusingRewards() {
  const sent: RequestInit[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (url !== REWARDS) return realFetch(url, init);
    sent.push(init);
    const status = [401, 403][sent.length - 1];
    return Promise.resolve(
      status === undefined
        ? Response.json({ data: [{ probs: [sent.length] }] })
        : new Response(`Not with ${CANARY}`, { status }),
    );
  });
  return sent;
}

it('tells a reward server its own key alone, in no run, file, link, log or error', async () => {
  const sent = refusingRewards();
  const page = await pageBefore();
  const source = await probed(page);
  const scorer = await scorerById('served-reward').make(
    { values: { servedRewardAddress: REWARDS }, seed: 1 },
    {
      policy: () => Promise.reject(new Error('Not wanted here.')),
      rewardModel: () => Promise.reject(new Error('Not wanted here.')),
      servers: late('What asks', () => Promise.resolve(createModelServers(page.keys))),
    },
  );
  if ('compare' in scorer) throw new Error('It compares nothing.');
  const run = await sample(page, source, scorer);
  const view = page.controller.view.getSnapshot();
  const told = { run, file: exportRun(run, 0), link: await packRun(run), view, logged };
  for (const [where, what] of Object.entries(told)) {
    expect(JSON.stringify(what), where).not.toContain('canary');
  }
  expect([...page.kept]).toEqual([]);
  const failures = JSON.stringify(run.events.filter(({ type }) => type === 'reward-failed'));
  expect(failures).toContain('doesn’t take the key that it was given (401): write its key below');
  expect(failures).toContain('refused to answer (403): where it asks for a key, write its key');
  expect(sent.length).toBeGreaterThan(2);
  for (const { headers } of sent) {
    expect(new Headers(headers).get('Authorization')).toBe(`Bearer ${CANARY}`);
  }
});

it('keeps a key in the browser where the person says so, and forgets it where they take it back', () => {
  const { kept, keys } = browserKeeping();
  keys.set('http://lab/v1', CANARY, true);
  expect(kept.get('keys')).toEqual({ 'http://lab/v1': CANARY });
  const later = createServerKeys({ read: () => kept.get('keys'), write: () => undefined });
  expect([later.of('http://lab/v1'), later.isKept('http://lab/v1')]).toEqual([CANARY, true]);
  keys.set('http://lab/v1', CANARY, false);
  expect([kept.get('keys'), keys.of('http://lab/v1')]).toEqual([{}, CANARY]);
  keys.set('http://lab/v1', '', false);
  expect(keys.of('http://lab/v1')).toBeNull();
  const hostile = { read: () => ({ a: 7, b: { c: 1 } }), write: () => undefined };
  expect(createServerKeys(hostile).of('a')).toBeNull();
});
