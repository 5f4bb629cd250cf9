import { expect, test } from 'vitest';
import { ModelLoadError } from '../../core/index.ts';
import { defer } from '../worker/deferred.ts';
import type { PageMessage } from '../worker/messages.ts';
import type { ModelLoader, ServingPort } from '../worker/serve-model.ts';
import type { WorkerParts } from '../worker/worker-life.ts';
import { inlineWorkers, type InlineWorker } from './inline-worker.ts';

/** How one kind of model is served, loaded and asked. */
export interface WorkerKind<Request, Loaded, Model> {
  serve(port: ServingPort<unknown>, loader: ModelLoader<Loaded>): void;
  /** The page's side of it. */
  load(parts: WorkerParts<Request>, signal: AbortSignal): Promise<Model>;
  /** A model that answers `ask`; `hang` is under way, which `begin` is told, until the signal is aborted. */
  create(begin: () => void): Loaded;
  /** A call that is answered. */
  ask(model: Model): Promise<unknown>;
  /** A call that never is. */
  hang(model: Model): Promise<unknown>;
}

interface Started<Request, Model> {
  readonly model: Model;
  readonly workers: readonly InlineWorker<PageMessage<Request>>[];
}

const never = new AbortController().signal;

const LOST = { name: 'PolicyError', kind: 'engine-lost' };

/** What every model behind a worker keeps to when the worker dies, is unloaded or never gets ready. */
export function testWorkerContract<Request, Loaded, Model extends { unload(): Promise<void> }>(
  name: string,
  kind: WorkerKind<Request, Loaded, Model>,
): void {
  const workersOf = (loader: ModelLoader<Loaded>) =>
    inlineWorkers<PageMessage<Request>>((port) => {
      kind.serve(port, loader);
    });
  const start = async (loader: ModelLoader<Loaded>): Promise<Started<Request, Model>> => {
    const { workers, createWorker } = workersOf(loader);
    const parts = { createWorker, model: null, locks: null };
    return { model: await kind.load(parts, never), workers };
  };
  const working = (begin: () => void = () => undefined): ModelLoader<Loaded> => ({
    load: () => Promise.resolve(kind.create(begin)),
  });
  /** With a call under way that is never answered. */
  const startWithCall = async () => {
    const begun = defer<undefined>();
    const started = await start(
      working(() => {
        begun.resolve(undefined);
      }),
    );
    const first = kind.hang(started.model);
    await begun.promise;
    return { ...started, first };
  };

  test.each([
    ['its device is lost', { type: 'engine-lost', message: 'gone' }],
    ['its worker talks nonsense', { type: 'call-answered', callId: 1, made: { text: 7 } }],
  ])(
    `${name}: when %s the call fails as lost and the next one starts a new worker`,
    async (_, message) => {
      const { model, workers, first } = await startWithCall();
      workers[0]?.say(message);
      await expect(first).rejects.toMatchObject(LOST);
      expect(workers[0]?.terminated).toBe(true);
      await kind.ask(model);
      expect(workers).toHaveLength(2);
    },
  );

  test(`${name}: a call that waits while the engine is lost is served by the new one`, async () => {
    const { model, workers, first } = await startWithCall();
    const second = kind.ask(model);
    workers[0]?.say({ type: 'engine-lost', message: 'gone' });
    await expect(first).rejects.toMatchObject(LOST);
    await second;
    expect(workers).toHaveLength(2);
  });

  test(`${name}: a loss between two calls is made good by the next`, async () => {
    const { model, workers } = await start(working());
    workers[0]?.say({ type: 'engine-lost', message: 'gone' });
    await Promise.resolve();
    await kind.ask(model);
    expect(workers).toHaveLength(2);
  });

  test(`${name}: a worker that fails by itself is lost, in its words`, async () => {
    const { model, workers, first } = await startWithCall();
    workers[0]?.fail('no stack left');
    await expect(first).rejects.toMatchObject({ ...LOST, message: /no stack left/ });
    await kind.ask(model);
  });

  test(`${name}: an engine that does not start again is said to be lost, and is tried again`, async () => {
    let loads = 0;
    const { model, workers } = await start({
      load: () => {
        loads += 1;
        return loads === 2
          ? Promise.reject(new ModelLoadError('out-of-memory', 'No memory.'))
          : Promise.resolve(kind.create(() => undefined));
      },
    });
    workers[0]?.say({ type: 'engine-lost', message: 'gone' });
    await Promise.resolve();
    await expect(kind.ask(model)).rejects.toThrow(/not start again: No memory/);
    await kind.ask(model);
  });

  test(`${name}: a cancelled load ends its worker and throws the reason`, async () => {
    const abort = new AbortController();
    const { workers, createWorker } = workersOf({ load: () => new Promise(() => undefined) });
    const loading = kind.load({ createWorker, model: null, locks: null }, abort.signal);
    const reason = new Error('not now');
    abort.abort(reason);
    await expect(loading).rejects.toBe(reason);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  test(`${name}: a load that fails says why`, async () => {
    const failing = start({
      load: () => Promise.reject(new ModelLoadError('not-a-model', 'No GGUF.')),
    });
    await expect(failing).rejects.toMatchObject({ kind: 'not-a-model', message: 'No GGUF.' });
  });

  test(`${name}: after unloading, calls under way and later ones fail, and no worker is left`, async () => {
    const { model, workers, first } = await startWithCall();
    await model.unload();
    await expect(first).rejects.toMatchObject(LOST);
    await expect(kind.ask(model)).rejects.toMatchObject(LOST);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });
}
