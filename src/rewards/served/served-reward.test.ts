import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';
import type { RewardRequest } from '../../core/index.ts';
import { contractOf } from './reward-contracts.ts';
import { createServedReward } from './served-reward-model.ts';
import { servedReward } from './served-reward-scorer.ts';

const never = new AbortController().signal;

const request = (response: string, changes: Partial<RewardRequest> = {}): RewardRequest => ({
  prompt: 'Why?',
  preference: 'Be brief.',
  conditionedOn: 'prompt-and-preference',
  response,
  ...changes,
});

/** A server that answers from a function of what it is asked. */
function served(path: string, answer: (body: unknown) => unknown) {
  const bodies: unknown[] = [];
  const waits: number[] = [];
  const model = createServedReward(`http://lab:9000/${path}`, {
    fetch: (_, { body }) => {
      const asked: unknown = JSON.parse(typeof body === 'string' ? body : 'null');
      bodies.push(asked);
      const reply = answer(asked);
      return Promise.resolve(reply instanceof Response ? reply : Response.json(reply));
    },
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { model, bodies, waits };
}

const CHAT = {
  messages: [
    { role: 'user', content: 'Why?\n\nBe brief.' },
    { role: 'assistant', content: 'So.' },
  ],
  use_activation: false,
};

it.each([
  ['classify', { data: [{ index: 0, label: 'LABEL_0', probs: [1.5], num_classes: 1 }] }, CHAT],
  ['classify', { data: [{ probs: [-1, 1.5] }] }, CHAT],
  ['pooling', { data: [{ index: 0, data: [1.5] }] }, CHAT],
  ['pooling', { data: [{ data: [[0.2], [1.5]] }] }, CHAT],
  [
    'score',
    { data: [{ index: 0, score: 1.5 }] },
    { queries: ['Why?\n\nBe brief.'], documents: ['So.'], use_activation: false },
  ],
  [
    'predict',
    [[{ score: 1.5, label: 'LABEL_0' }]],
    { inputs: [['Why?\n\nBe brief.', 'So.']], raw_scores: true, truncate: true },
  ],
  ['', [{ reward: 1.5 }], [{ prompt: 'Why?', preference: 'Be brief.', response: 'So.' }]],
])('asks and reads /%s (%j)', async (path, reply, asked) => {
  const { model, bodies } = served(path, () => reply);
  const reward = await model.score(request('So.'), never);
  expect(reward).toMatchObject({ value: 1.5, conditionedOn: 'prompt-and-preference' });
  expect(reward.breakdown.map(({ value }) => value)).toEqual([1.5]);
  expect(bodies).toEqual([asked]);
});

it('keeps the preference out where the reward isn’t conditioned on it', async () => {
  const { model, bodies } = served('', () => [{ reward: 0 }]);
  await model.score(request('So.', { conditionedOn: 'prompt' }), never);
  expect(bodies).toEqual([[{ prompt: 'Why?', preference: '', response: 'So.' }]]);
});

it('asks a server again that has too much to do, as late as it says, and four times at most', async () => {
  const busy = (headers = {}) => new Response('', { status: 503, headers });
  const replies = [busy({ 'Retry-After': '7' }), busy(), { not: 'used' }];
  const { model, waits } = served('', () => replies.shift() ?? []);
  await expect(model.score(request('So.'), never)).rejects.toThrow(/no reward/);
  expect(waits).toEqual([7_000, 2_000]);
  const always = served('', () => busy());
  await expect(always.model.score(request('So.'), never)).rejects.toThrow(/too much to do/);
  expect(always.bodies).toHaveLength(4);
});

it.each([
  [
    null,
    /asks for a key, and was given none \(401\): write its key below its address, in the playground’s set-up\.$/,
  ],
  [
    'sk-canary',
    /^(?!.*canary).*doesn’t take the key that it was given \(401\): write its key below/,
  ],
])('says that the key %s isn’t taken, and repeats none', async (key, sentence) => {
  const sent: (string | null)[] = [];
  const model = createServedReward('http://lab/', {
    keyOf: () => Promise.resolve(key),
    fetch: (_, { headers }) => {
      sent.push(new Headers(headers).get('Authorization'));
      return Promise.resolve(new Response(`Incorrect key ${String(key)}`, { status: 401 }));
    },
  });
  await expect(model.score(request('So.'), never)).rejects.toThrow(sentence);
  expect(sent).toEqual([key === null ? null : 'Bearer sk-canary']);
  expect(JSON.stringify(model.description)).not.toContain('canary');
});

it('asks without a key where none can be known, and says why where the server wants one', async () => {
  const keyOf = () => Promise.reject(new Error('What knows keys could not be fetched.'));
  const sent: (string | null)[] = [];
  const replies = [Response.json([{ reward: 2 }]), new Response('', { status: 401 })];
  const model = createServedReward('http://lab/', {
    keyOf,
    fetch: (_, { headers }) => {
      sent.push(new Headers(headers).get('Authorization'));
      return Promise.resolve(replies.shift() ?? Response.error());
    },
  });
  expect(await model.score(request('So.'), never)).toMatchObject({ value: 2 });
  await expect(model.score(request('So.'), never)).rejects.toThrow(
    'http://lab/ asks for a key (401). What knows keys could not be fetched.',
  );
  expect(sent).toEqual([null, null]);
});

it('throws the reason of an abort while it waits for the key', async () => {
  const turn = new AbortController();
  const fetch = vi.fn(() => Promise.resolve(Response.json([{ reward: 2 }])));
  const keyOf = () => new Promise<null>(() => undefined);
  const reward = createServedReward('http://lab/', { keyOf, fetch }).score(
    request('So.'),
    turn.signal,
  );
  turn.abort(new Error('Stopped.'));
  await expect(reward).rejects.toThrow('Stopped.');
  expect(fetch).not.toHaveBeenCalled();
});

it.each([
  ['its words', 'No origin for  this.', /\(403\): where it asks.* “No origin for this\.”$/],
  ['many words', 'A proxy. '.repeat(1_000), /“A proxy\. .*…”$/],
  ['nothing', '', /\(403\): where it asks for a key[^“]*$/],
])('tells of a server that forbids %s, where it has no key', async (_, body, sentence) => {
  const model = createServedReward('http://lab/', {
    fetch: () => Promise.resolve(new Response(body, { status: 403 })),
  });
  const told = await model.score(request('So.'), never).then(() => 'a reward', String);
  expect(told).toMatch(sentence);
  expect(told.length).toBeLessThan(500);
});

const KEY = 'sk-can/ary+1234567890==';

it.each([
  ['as it is', KEY],
  ['escaped in JSON', String.raw`sk-can\/ary+1234567890\u003d\u003d`],
  ['encoded in an address', encodeURIComponent(KEY)],
  ['in part', KEY.slice(0, 12)],
  ['in base 64', btoa(KEY)],
])('repeats no word of a server that was told a key and tells it back %s', async (_, form) => {
  for (const status of [401, 403, 500]) {
    const model = createServedReward('http://lab/', {
      keyOf: () => Promise.resolve(KEY),
      fetch: () => Promise.resolve(new Response(`Not with ${form}`, { status })),
    });
    const told = await model.score(request('So.'), never).then(() => 'a reward', String);
    expect(told).toContain(`(${String(status)})`);
    expect(told).not.toContain('Not with');
    expect(told).not.toContain(form);
  }
});

it('takes no class of several for the reward of /predict', async () => {
  const reply = [
    [
      { score: 3, label: 'LABEL_1' },
      { score: -3, label: 'LABEL_0' },
    ],
  ];
  const { model } = served('predict', () => reply);
  await expect(model.score(request('So.'), never)).rejects.toThrow(
    /no reward within.*, asked as TEI/,
  );
});

it.each([
  ['a refusal', () => new Response('no', { status: 500 }), /refused it, or failed \(500\)/],
  ['a web page', () => new Response('<html>'), /no reward within.*, asked as plain JSON/],
  ['too few', () => [], /no reward/],
  ['no number', () => [{ reward: 'good' }], /no reward/],
  ['too much', () => [{ reward: 1e308 }], /no reward within ±1,000,000,000/],
  ['too little', () => [{ reward: -1e9 - 1 }], /no reward within/],
])('says in a sentence what %s is', async (_, answer, sentence) => {
  const { model } = served('', answer);
  await expect(model.score(request('So.'), never)).rejects.toThrow(sentence);
});

it('says that nobody is there, and throws the reason of an abort', async () => {
  const gone = createServedReward('http://lab/', {
    fetch: () => Promise.reject(new TypeError('failed')),
    wait: () => Promise.resolve(),
  });
  await expect(gone.score(request('So.'), never)).rejects.toThrow(/can’t be reached/);
  const abort = new AbortController();
  const hanging = createServedReward('http://lab/', {
    fetch: (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      }),
    wait: () => Promise.resolve(),
  });
  const reason = new Error('not wanted');
  const scoring = hanging.score(request('So.'), abort.signal);
  setTimeout(() => {
    abort.abort(reason);
  }, 0);
  await expect(scoring).rejects.toBe(reason);
});

it('is made from what a person set, and asks nothing at an address that tells a secret', async () => {
  const engines = {
    policy: () => Promise.reject(new Error('not wanted')),
    rewardModel: () => Promise.reject(new Error('not wanted')),
  };
  const made = (address: string) =>
    servedReward.make({ values: { servedRewardAddress: address }, seed: 1 }, engines);
  const { description } = await made('http://lab:9000/classify');
  expect(description.settings).toEqual({
    address: 'http://lab:9000/classify',
    contract: contractOf('http://lab/classify').name,
  });
  for (const address of [
    'http://me:secret@lab/',
    'https://lab/?key=secret',
    'https://lab/#secret',
  ]) {
    const unnamed = await made(address);
    await expect(unnamed.score(request('So.'), never)).rejects.toThrow(/^(?!.*secret).*not used/);
    expect(JSON.stringify(unnamed.description)).not.toContain('secret');
    const [field] = servedReward.fields ?? [];
    expect(field?.shownAs === 'text' && field.problemOf(address)).toMatch(
      /^(?!.*secret).*not used/,
    );
  }
});

it('is answered by the example server', async () => {
  const program = new URL('../../../docs/examples/reward_server.py', import.meta.url).pathname;
  const server = spawn('python3', [program, '0'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const [address] = (await once(createInterface(server.stdout), 'line')) as [string];
    const model = createServedReward(address);
    const texts = ['One sentence.', 'Two. Sentences.', ''];
    const rewards = await Promise.all(texts.map((text) => model.score(request(text), never)));
    expect(rewards.map(({ value }) => value)).toEqual([-1, -2, 0]);
    const preflight = await fetch(address, { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  } finally {
    server.kill();
  }
});

it('follows no redirect, and says that it is one', async () => {
  const opaque = Response.error();
  Object.defineProperty(opaque, 'type', { value: 'opaqueredirect' });
  const inNode = new Response(null, { status: 307, headers: { Location: 'http://other/' } });
  for (const reply of [opaque, inNode]) {
    const modes: (string | undefined)[] = [];
    const model = createServedReward('http://lab/', {
      fetch: (_, { redirect }) => {
        modes.push(redirect);
        return Promise.resolve(reply);
      },
    });
    await expect(model.score(request('So.'), never)).rejects.toThrow(
      'http://lab/ answers with a redirect: name the address that it leads to.',
    );
    expect(modes).toEqual(['manual']);
  }
});
