import { expect, test } from 'vitest';
import type { HiddenStates, LoadHiddenStates } from '../../core/index.ts';
import { MADE_UP_MODEL, REWARD_MODELS } from './known-reward-models.ts';
import { loadRewardModel, type RewardModelDependencies } from './load-reward-model.ts';

const never = new AbortController().signal;
const [smallest] = REWARD_MODELS;
const backbone = { kind: 'gguf-address', url: 'https://hub.test/m.gguf' } as const;
const ignore = (): void => undefined;

interface World extends RewardModelDependencies {
  readonly log: string[];
}

function world(width: number): World {
  const log: string[] = [];
  const hiddenStates: HiddenStates = {
    description: {
      id: 'fake',
      name: 'Fake',
      device: 'here',
      contextTokens: 100,
      width,
      addsBeginToken: false,
      addsEndToken: false,
      chatTemplate: null,
    },
    lastHiddenState: () => Promise.resolve(new Float32Array(width)),
    unload: () => Promise.resolve(void log.push('unloaded')),
  };
  const loadHiddenStates: LoadHiddenStates = () => {
    log.push('backbone loaded');
    return Promise.resolve(hiddenStates);
  };
  return {
    log,
    loadHiddenStates,
    findHubAddress: (repository, file) => Promise.resolve(`https://hub.test/${repository}/${file}`),
    fetch: (url) => {
      log.push(url);
      return Promise.resolve(new Response('', { status: 500 }));
    },
  };
}

test('a made-up head is made, and the model gives its backbone’s memory back', async () => {
  const dependencies = world(MADE_UP_MODEL.width);
  const choice = { entry: MADE_UP_MODEL, backbone, head: { kind: 'published' } } as const;
  const model = await loadRewardModel(choice, dependencies, ignore, never);
  const request = { prompt: 'x', preference: '', conditionedOn: 'prompt', response: 'y' } as const;
  expect((await model.score(request, never)).value).toBe(0.5);
  await model.unload();
  expect(dependencies.log).toEqual(['backbone loaded', 'unloaded']);
});

test('a head that can’t be read is said before the backbone is fetched', async () => {
  if (smallest === undefined) throw new Error('There is no entry.');
  const dependencies = world(smallest.width);
  const choice = { entry: smallest, backbone, head: { kind: 'published' } } as const;
  await expect(loadRewardModel(choice, dependencies, ignore, never)).rejects.toThrow(
    /answered 500/,
  );
  expect(dependencies.log).toEqual([
    'https://hub.test/Skywork/Skywork-Reward-V2-Qwen3-0.6B/model.safetensors',
  ]);
});

test('a backbone of another model is refused, and its memory given back', async () => {
  const dependencies = world(1024);
  const choice = { entry: MADE_UP_MODEL, backbone, head: { kind: 'published' } } as const;
  await expect(loadRewardModel(choice, dependencies, ignore, never)).rejects.toThrow(
    /576 numbers; the backbone gives 1024/,
  );
  expect(dependencies.log).toEqual(['backbone loaded', 'unloaded']);
});

test('an abort before the start loads nothing', async () => {
  const dependencies = world(576);
  const reason = new Error('not now');
  const choice = { entry: MADE_UP_MODEL, backbone, head: { kind: 'published' } } as const;
  const loading = loadRewardModel(choice, dependencies, ignore, AbortSignal.abort(reason));
  await expect(loading).rejects.toBe(reason);
  expect(dependencies.log).toEqual([]);
});
