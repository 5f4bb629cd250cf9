import { expect, test } from 'vitest';
import type { LoadedPolicy, PolicyDescription } from '../../core/index.ts';
import { createScriptedPolicy, wordScript } from '../testing/scripted-policy.ts';
import { inlineWorkers, type InlineWorker } from '../testing/inline-worker.ts';
import { ask, POLICY_CONTRACT, readAnswer, type Answer } from '../testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../testing/scoring-contract.ts';
import type { PageMessage, WorkerMessage } from './protocol.ts';
import { serveEngine, type EngineLoader } from './serve-engine.ts';
import { loadWorkerPolicy } from './worker-policy.ts';

const words = ['pear', 'plum', 'fig', 'quince', 'medlar', 'sloe', 'lime', 'date'];
const description: Partial<PolicyDescription> = { engine: 'llama-cpp' };

const loader: EngineLoader = {
  load: () =>
    Promise.resolve(
      createScriptedPolicy(
        (request, call) =>
          request.messages.at(-1)?.content === 'Say only: hi'
            ? { kind: 'answer', pieces: ['hi'] }
            : wordScript(words, 1000)(request, call),
        description,
      ),
    ),
};

const never = new AbortController().signal;

type PolicyWorker = InlineWorker<PageMessage>;

function workersOf(use: EngineLoader): ReturnType<typeof inlineWorkers<PageMessage>> {
  return inlineWorkers((port) => {
    serveEngine(port, use, null);
  });
}

async function start(
  use: EngineLoader = loader,
): Promise<{ policy: LoadedPolicy; workers: readonly PolicyWorker[] }> {
  const { workers, createWorker } = workersOf(use);
  const parts = { createWorker, model: null, locks: null };
  return { policy: await loadWorkerPolicy(parts, () => undefined, never), workers };
}

function lose(worker: PolicyWorker | undefined, message: WorkerMessage | object): void {
  worker?.say(message);
}

test.each([...POLICY_CONTRACT, ...SCORING_CONTRACT])(
  'a policy behind a worker $name',
  async ({ run }) => {
    const { policy } = await start();
    await run(policy);
  },
);

test.each([1, 2, 3])(
  'at most as many calls run at once as the engine serves: %i',
  async (places) => {
    let running = 0;
    let most = 0;
    const counting: EngineLoader = {
      load: () => {
        const policy = createScriptedPolicy(wordScript(words, 1000), {
          ...description,
          parallelism: places,
        });
        async function* generate(...call: Parameters<typeof policy.generate>) {
          running += 1;
          most = Math.max(most, running);
          try {
            yield* policy.generate(...call);
          } finally {
            running -= 1;
          }
        }
        return Promise.resolve({ ...policy, generate });
      },
    };
    const { policy } = await start(counting);
    await Promise.all(
      ['One?', 'Two?', 'Three?', 'Four?'].map((one) => readAnswer(policy, ask(one))),
    );
    expect(most).toBe(places);
  },
);

test.each([
  ['its device is lost', { type: 'engine-lost', message: 'gone' }],
  ['its worker talks nonsense', { type: 'chunk-generated', callId: 1, chunk: { text: 7 } }],
])('when %s the call fails as lost and the next one starts a new worker', async (_, message) => {
  const { policy, workers } = await start();
  const long = ask('Count.', { ...ask('').sampling, maxTokens: 500 });
  const reading = (async () => {
    for await (const chunk of policy.generate(long, never)) {
      if (chunk.type === 'text-added') lose(workers[0], message);
    }
  })();
  await expect(reading).rejects.toMatchObject({ name: 'PolicyError', kind: 'engine-lost' });
  expect(workers[0]?.terminated).toBe(true);
  expect((await readAnswer(policy, ask('Again?'))).text).not.toBe('');
  expect(workers).toHaveLength(2);
});

test('a call that waits while the engine is lost is served by the new one', async () => {
  const { policy, workers } = await start();
  const long = ask('One?', { ...ask('').sampling, maxTokens: 500 });
  const waiting: Promise<Answer>[] = [];
  const first = (async () => {
    for await (const chunk of policy.generate(long, never)) {
      if (chunk.type === 'text-added') waiting.push(readAnswer(policy, ask('Two?')));
      lose(workers[0], { type: 'engine-lost', message: 'gone' });
    }
  })();
  await expect(first).rejects.toMatchObject({ kind: 'engine-lost' });
  const [second] = await Promise.all(waiting);
  expect(second?.finishReason).toBe('length');
});

test('a loss between two calls is made good by the next', async () => {
  const { policy, workers } = await start();
  lose(workers[0], { type: 'engine-lost', message: 'gone' });
  await Promise.resolve();
  expect((await readAnswer(policy, ask('One?'))).finishReason).toBe('length');
  expect(workers).toHaveLength(2);
});

test('a cancelled load ends its worker and throws the reason', async () => {
  const abort = new AbortController();
  const hanging: EngineLoader = { load: () => new Promise(() => undefined) };
  const { workers, createWorker } = workersOf(hanging);
  const parts = { createWorker, model: null, locks: null };
  const loading = loadWorkerPolicy(parts, () => undefined, abort.signal);
  const reason = new Error('not now');
  abort.abort(reason);
  await expect(loading).rejects.toBe(reason);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});

test('after unloading, calls fail and no worker is left', async () => {
  const { policy, workers } = await start();
  await policy.unload();
  await expect(readAnswer(policy, ask('One?'))).rejects.toMatchObject({ kind: 'engine-lost' });
  expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});
