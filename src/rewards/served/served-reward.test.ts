import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
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
  const model = createServedReward(`http://lab:9000/${path}`, (_, { body }) => {
    const asked: unknown = JSON.parse(typeof body === 'string' ? body : 'null');
    bodies.push(asked);
    const reply = answer(asked);
    return Promise.resolve(reply instanceof Response ? reply : Response.json(reply));
  });
  return { model, bodies };
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

it('asks about those together that are asked for at once, 32 at most, and gives each its own', async () => {
  const lengths = (body: unknown) =>
    (Array.isArray(body) ? body : []).map((one: unknown) => ({
      reward: JSON.stringify(one).length,
    }));
  const { model, bodies } = served('', lengths);
  const texts = Array.from({ length: 40 }, (_, place) => 'x'.repeat(place));
  const rewards = await Promise.all(texts.map((text) => model.score(request(text), never)));
  expect(bodies.map((body) => (Array.isArray(body) ? body.length : 0))).toEqual([32, 8]);
  const first = rewards[0]?.value ?? 0;
  expect(rewards.map(({ value }) => value - first)).toEqual(texts.map((text) => text.length));
});

it.each([
  ['a refusal', () => new Response('no', { status: 500 }), /refused the request or failed \(500\)/],
  ['a web page', () => new Response('<html>'), /no reward, asked as plain JSON/],
  ['too few', () => [], /no reward/],
  ['no number', () => [{ reward: 'good' }], /no reward/],
])('says in a sentence what %s is', async (_, answer, sentence) => {
  const { model } = served('', answer);
  await expect(model.score(request('So.'), never)).rejects.toThrow(sentence);
});

it('says that nobody is there, and throws the reason of an abort', async () => {
  const gone = createServedReward('http://lab/', () => Promise.reject(new TypeError('failed')));
  await expect(gone.score(request('So.'), never)).rejects.toThrow(/can’t be reached/);
  const abort = new AbortController();
  const hanging = createServedReward(
    'http://lab/',
    (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      }),
  );
  const reason = new Error('not wanted');
  const scoring = hanging.score(request('So.'), abort.signal);
  setTimeout(() => {
    abort.abort(reason);
  }, 0);
  await expect(scoring).rejects.toBe(reason);
});

it('is made from what a person set, again from what a run kept, and from no address with a password', async () => {
  const engines = {
    policy: () => Promise.reject(new Error('not wanted')),
    rewardModel: () => Promise.reject(new Error('not wanted')),
  };
  const values = { servedRewardAddress: 'http://lab:9000/classify' };
  const { description } = await servedReward.make({ values, seed: 1 }, engines);
  expect(description.settings).toEqual({
    address: 'http://lab:9000/classify',
    contract: contractOf('http://lab/classify').name,
  });
  expect(servedReward.settingsKept?.(description)).toEqual({ values });
  const bad = { servedRewardAddress: 'http://me:secret@lab/' };
  const unnamed = await servedReward.make({ values: bad, seed: 1 }, engines);
  await expect(unnamed.score(request('So.'), never)).rejects.toThrow(/^(?!.*secret).*password/);
  expect(JSON.stringify(unnamed.description)).not.toContain('secret');
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
