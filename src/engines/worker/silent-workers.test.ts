import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LoadProgress } from '../../core/index.ts';
import { inlineWorkers } from '../testing/inline-worker.ts';
import { ask, readAnswer } from '../testing/policy-contract.ts';
import { createScriptedPolicy } from '../testing/scripted-policy.ts';
import type { PageMessage } from './messages.ts';
import { servePolicy, type EngineLoader, type PolicyRequest } from './policy-service.ts';
import type { LoaderListener } from './serve-model.ts';
import { loadWorkerPolicy } from './worker-policy.ts';

const never = new AbortController().signal;
const HALFWAY: LoadProgress = {
  stage: 'download',
  loadedBytes: 1,
  totalBytes: 2,
  fraction: 0.5,
  message: 'Halfway',
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const answering = createScriptedPolicy(() => ({ kind: 'answer', pieces: ['pear'] }), {
  engine: 'llama-cpp',
});

function start(load: EngineLoader['load'], signal = never) {
  const progress: LoadProgress[] = [];
  const { workers, createWorker } = inlineWorkers<PageMessage<PolicyRequest>>((port) => {
    servePolicy(port, { load }, null);
  });
  const parts = { createWorker, model: null, locks: null };
  const loading = loadWorkerPolicy(parts, (one) => progress.push(one), signal);
  return { loading, progress, workers };
}

test('a request that the worker can’t read fails with a sentence, and the next one is served', async () => {
  const policy = await start(() => Promise.resolve(answering)).loading;
  const { sampling } = ask('One?');
  const broken = readAnswer(policy, ask('One?', { ...sampling, temperature: Number.NaN }));
  await expect(broken).rejects.toThrow(/could not read what it was asked/);
  expect((await readAnswer(policy, ask('One?'))).text).toBe('pear');
});

test('a load that says nothing is said to be silent, again and again, until it is heard of', async () => {
  let onProgress: LoaderListener['onProgress'] = () => undefined;
  const { loading, progress } = start(
    (_, tell) =>
      new Promise((resolve) => {
        ({ onProgress } = tell);
        setTimeout(resolve, 40_000, answering);
      }),
  );
  await vi.advanceTimersByTimeAsync(5000);
  onProgress(HALFWAY);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(progress).toEqual([HALFWAY]);
  await vi.advanceTimersByTimeAsync(17_000);
  const [, ...silent] = progress;
  expect(silent.map(({ fraction }) => fraction)).toEqual([0.5, 0.5]);
  expect(silent.map(({ message }) => /^Nothing.* (\d+) seconds/.exec(message)?.[1])).toEqual([
    '15',
    '30',
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  await loading;
  expect(progress).toHaveLength(3);
});

test('a load that is given up is silent for good', async () => {
  const abort = new AbortController();
  const { loading, progress } = start(() => new Promise(() => undefined), abort.signal);
  const left = expect(loading).rejects.toThrow('enough');
  abort.abort(new Error('enough'));
  await left;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(progress).toEqual([]);
});

test('an engine that is started again and says nothing is given up: nobody sees it wait', async () => {
  let loads = 0;
  const { loading, workers } = start(() => {
    loads += 1;
    return loads === 2 ? new Promise(() => undefined) : Promise.resolve(answering);
  });
  const policy = await loading;
  workers[0]?.say({ type: 'engine-lost', message: 'gone' });
  await vi.advanceTimersByTimeAsync(0);
  const lost = expect(readAnswer(policy, ask('One?'))).rejects.toThrow(
    /not start again: It said nothing for 60 seconds/,
  );
  await vi.advanceTimersByTimeAsync(61_000);
  await lost;
  expect((await readAnswer(policy, ask('One?'))).text).toBe('pear');
});

test('what the engine notes in loading and later is there to be read, each sentence once', async () => {
  let note: LoaderListener['note'] = () => undefined;
  const { loading } = start((_, tell) => {
    note = tell.note;
    note('It is not kept.');
    return Promise.resolve(answering);
  });
  const { notes } = await loading;
  const heard: (readonly string[] | undefined)[] = [];
  notes?.subscribe(() => heard.push(notes.getSnapshot()));
  note('It is slow.');
  note('It is not kept.');
  await vi.advanceTimersByTimeAsync(0);
  expect(notes?.getSnapshot()).toEqual(['It is not kept.', 'It is slow.']);
  expect(heard).toHaveLength(1);
});
