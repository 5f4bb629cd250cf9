import { expect, test } from 'vitest';
import type { LoadedPolicy, Policy, PolicyDescription } from '../../core/index.ts';
import { createScriptedPolicy, wordScript } from '../testing/scripted-policy.ts';
import { inlineWorkers } from '../testing/inline-worker.ts';
import { ask, POLICY_CONTRACT, readAnswer } from '../testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../testing/scoring-contract.ts';
import { testWorkerContract } from '../testing/worker-contract.ts';
import type { PageMessage } from './messages.ts';
import { servePolicy, type EngineLoader, type PolicyRequest } from './policy-service.ts';
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

async function start(use: EngineLoader = loader): Promise<LoadedPolicy> {
  const { createWorker } = inlineWorkers<PageMessage<PolicyRequest>>((port) => {
    servePolicy(port, use, null);
  });
  return loadWorkerPolicy({ createWorker, model: null, locks: null }, () => undefined, never);
}

test.each([...POLICY_CONTRACT, ...SCORING_CONTRACT])(
  'a policy behind a worker $name',
  async ({ run }) => {
    const policy = await start();
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
    const policy = await start(counting);
    await Promise.all(
      ['One?', 'Two?', 'Three?', 'Four?'].map((one) => readAnswer(policy, ask(one))),
    );
    expect(most).toBe(places);
  },
);

/** Answers; a call for 500 tokens begins, and hangs. */
function hanging(begin: () => void): Policy {
  return createScriptedPolicy(({ sampling }) => {
    const hangs = sampling.maxTokens === 500;
    if (hangs) begin();
    return { kind: hangs ? 'hang' : 'answer', pieces: ['pear'] };
  }, description);
}

testWorkerContract<PolicyRequest, Policy, LoadedPolicy>('a policy', {
  serve: (port, use) => {
    servePolicy(port, use, null);
  },
  load: (parts, signal) => loadWorkerPolicy(parts, () => undefined, signal),
  create: hanging,
  ask: async (policy) => {
    expect((await readAnswer(policy, ask('One?'))).text).toBe('pear');
  },
  hang: (policy) => readAnswer(policy, ask('Count.', { ...ask('').sampling, maxTokens: 500 })),
});
