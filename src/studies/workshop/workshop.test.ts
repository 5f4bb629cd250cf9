import { expect, it, vi } from 'vitest';
import { makeArm, plantTree } from '../../core/index.ts';
import { fakeHeader, fakePlan } from '../../core/testing/fake-run.ts';
import { findingOf } from '../findings/finding.ts';
import { literalFacts } from '../findings/testing/literal-facts.ts';
import { overlayOf } from '../overlay/overlay.ts';
import { setsOfRuns } from '../overlay/run-sets.ts';
import { ReportData } from '../report/report-data.ts';
import { serveWorks } from './serve-works.ts';
import { type StatisticsWorker, THREAD_WORKSHOP, WorkerWorkshop } from './workshop.ts';

/** A worker in the same thread: what is said arrives later, cloned, and nothing after its end. */
class InlineStatistics implements StatisticsWorker {
  onmessage: StatisticsWorker['onmessage'] = null;
  onerror: StatisticsWorker['onerror'] = null;
  onmessageerror: StatisticsWorker['onmessageerror'] = null;
  isEnded = false;
  /** Called when a wish is told. */
  onWish: () => void = () => undefined;
  /** Called when runs are told, before they are heard. */
  onFacts: () => void = () => undefined;
  readonly heard: unknown[] = [];
  #listener: (event: MessageEvent<unknown>) => void = () => undefined;

  /** @param answers what it says to each wish in place of an answer; null for the answer */
  constructor(answers: unknown = null) {
    serveWorks({
      addEventListener: (_, listener) => {
        this.#listener = listener;
      },
      postMessage: (message) => {
        const data: unknown = structuredClone(answers ?? message);
        queueMicrotask(() => {
          if (!this.isEnded) this.onmessage?.(new MessageEvent('message', { data }));
        });
      },
    });
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    const isWish = (data as { kind?: unknown }).kind === 'work';
    if (!isWish) this.onFacts();
    this.heard.push(data);
    if (isWish) this.onWish();
    queueMicrotask(() => {
      if (!this.isEnded) this.#listener(new MessageEvent('message', { data }));
    });
  }

  terminate(): void {
    this.isEnded = true;
  }
}

function workshopOf(answers: unknown = null) {
  const workers: InlineStatistics[] = [];
  const createWorker = (): InlineStatistics => {
    const worker = new InlineStatistics(answers);
    workers.push(worker);
    return worker;
  };
  return {
    workers,
    workshop: new WorkerWorkshop({ createWorker, pause: () => Promise.resolve() }),
  };
}

const runs = Array.from({ length: 45 }, (_, at) =>
  literalFacts({
    ...{ runId: String(at), prompt: `Prompt ${String(at)}`, group: at % 2 === 0 ? 'one' : 'two' },
    arms: { 'Rand 2': [at, null], 'PRS 1/1': [1, (at * 7) % 5] },
  }),
);
const asked = { runs, arms: ['Rand 2', 'PRS 1/1'] };
const never = new AbortController().signal;

it('makes beside the thread what is made on it', async () => {
  const { workshop } = workshopOf();
  expect(await workshop.work('finding', asked, never)).toEqual(findingOf(asked));
  const overlay = { sets: setsOfRuns(runs), arms: asked.arms, onSharedPrompts: false };
  expect(await workshop.work('overlay', overlay, never)).toEqual(overlayOf(overlay));
  const splits = { runs, name: 'PRS', budget: 2, reading: 'inOrder' } as const;
  expect(await workshop.work('splits', splits, never)).toEqual(
    await THREAD_WORKSHOP.work('splits', splits, never),
  );
});

it('makes a report beside the thread, of runs that it is told reduced', async () => {
  const { workshop, workers } = workshopOf();
  const data = new ReportData();
  data.add(plantTree(fakeHeader(fakePlan([makeArm('prs', 4, [2, 2])]))));
  const asked = {
    ...data.parts,
    ...{ question: 'What?', baseline: null, areChosen: false, kinds: [], scorers: [] },
  };
  const files = await workshop.work('report', asked, never);
  expect(files).toEqual(await THREAD_WORKSHOP.work('report', asked, never));
  expect(files.map(({ name }) => name)).toContain('report.html');
  expect(workers[0]?.heard).toHaveLength(2);
});

it('tells each run once, few in one turn', async () => {
  const { workshop, workers } = workshopOf();
  await workshop.work('finding', asked, never);
  await workshop.work('finding', { ...asked, arms: ['Rand 2'] }, never);
  expect(workers).toHaveLength(1);
  const counts = workers[0]?.heard.map(
    (message) => (message as { facts?: unknown[] }).facts?.length,
  );
  expect(counts).toEqual([20, 20, 5, undefined, undefined]);
});

it('ends what nobody waits for any more, and goes on with a fresh worker', async () => {
  const { workshop, workers } = workshopOf();
  const turn = new AbortController();
  const given = workshop.work('finding', asked, turn.signal);
  const next = workshop.work('finding', { ...asked, arms: ['Rand 2'] }, never);
  turn.abort(new Error('Something else is asked.'));
  await expect(given).rejects.toThrow('Something else is asked.');
  expect((await next).arms.map(({ label }) => label)).toEqual(['Rand 2']);

  const late = new AbortController();
  const [worker] = workers;
  if (worker === undefined) throw new Error('A worker was expected.');
  worker.onWish = () => {
    late.abort(new Error('Nobody waits.'));
  };
  await expect(workshop.work('finding', asked, late.signal)).rejects.toThrow('Nobody waits.');
  expect(worker.isEnded).toBe(true);
  expect(await workshop.work('finding', asked, never)).toEqual(findingOf(asked));
  expect(workers.at(-1)?.isEnded).toBe(false);
});

/** What a worker hears of: numbers of runs where it is told some. */
const heardBy = ({ heard }: InlineStatistics) =>
  heard.map((message) => (message as { facts?: unknown[] }).facts?.length ?? 'wish');

/** A workshop whose worker exists already, and knows one run. */
async function begunWorkshop() {
  const { workshop, workers } = workshopOf();
  await workshop.work('finding', { ...asked, runs: runs.slice(0, 1) }, never);
  const [worker] = workers;
  if (worker === undefined) throw new Error('A worker was expected.');
  return { workshop, workers, worker };
}

it('copies no further runs for a wish that nobody waits for, and keeps the worker', async () => {
  const { workshop, workers, worker } = await begunWorkshop();
  const turn = new AbortController();
  worker.onFacts = () => {
    turn.abort(new Error('Nobody waits.'));
  };
  await expect(workshop.work('finding', asked, turn.signal)).rejects.toThrow('Nobody waits.');
  expect(heardBy(worker)).toEqual([1, 'wish', 20]);
  expect(await workshop.work('finding', asked, never)).toEqual(findingOf(asked));
  expect(heardBy(worker)).toEqual([1, 'wish', 20, 20, 4, 'wish']);
  expect(workers).toHaveLength(1);
});

it('tells runs again that could not be told', async () => {
  const { workshop, worker } = await begunWorkshop();
  worker.onFacts = () => {
    worker.onFacts = () => undefined;
    throw new Error('It could not be cloned.');
  };
  await expect(workshop.work('finding', asked, never)).rejects.toThrow('could not be cloned');
  expect(await workshop.work('finding', asked, never)).toEqual(findingOf(asked));
});

it.each(['onWish', 'onFacts'] as const)(
  'settles what is asked when it is closed %s',
  async (at) => {
    const { workshop, workers, worker } = await begunWorkshop();
    worker[at] = () => {
      workshop.close();
    };
    await expect(workshop.work('finding', asked, never)).rejects.toThrow('were put away');
    expect(worker.isEnded).toBe(true);
    expect(await workshop.work('finding', asked, never)).toEqual(findingOf(asked));
    expect(workers).toHaveLength(2);
  },
);

const failure = (message: string) => Object.assign(new Event('error'), { message }) as ErrorEvent;

it.each<[string, (worker: InlineStatistics) => void, RegExp]>([
  [
    'a script that is not there',
    ({ onerror }) => onerror?.(new Event('error') as ErrorEvent),
    /not be started/,
  ],
  ['an error on the way', ({ onerror }) => onerror?.(failure('out of memory')), /broke off/],
  [
    'what can’t be read',
    ({ onmessageerror }) => onmessageerror?.(new MessageEvent('messageerror')),
    /makes no sense/,
  ],
])('says of %s what it is', async (_, happen, sentence) => {
  const worker = new InlineStatistics();
  worker.onWish = () => {
    happen(worker);
  };
  const workshop = new WorkerWorkshop({
    createWorker: () => worker,
    pause: () => Promise.resolve(),
  });
  await expect(workshop.work('finding', asked, never)).rejects.toThrow(sentence);
});

it('does not say of a worker that has answered that it could not be started', async () => {
  const { workshop, worker } = await begunWorkshop();
  worker.onWish = () => worker.onerror?.(new Event('error') as ErrorEvent);
  await expect(workshop.work('finding', asked, never)).rejects.toThrow('broke off');
});

it.each([
  ['nonsense', 'nonsense', /makes no sense/],
  ['another answer', { kind: 'made', made: { prompts: 1 } }, /Invalid input/],
  ['a failure', { kind: 'failed', message: 'No memory is left.' }, /No memory is left/],
])('takes %s for no finding', async (_, answer, message) => {
  const { workshop } = workshopOf(answer);
  await expect(workshop.work('finding', asked, never)).rejects.toThrow(message);
});

it('refuses what is no wish, and runs that it was never told', async () => {
  const worker = new InlineStatistics();
  const said: unknown[] = [];
  worker.onmessage = ({ data }) => said.push(data);
  worker.postMessage({ kind: 'work', name: 'finding', asked: { runs: [7], arms: [] } });
  worker.postMessage({ kind: 'work', name: 'delete', asked: {} });
  worker.postMessage({ kind: 'facts', facts: runs.slice(0, 1) });
  const report = { question: '', baseline: null, areChosen: false, kinds: [], scorers: [] };
  const copies = { copies: 0, ofCopies: [] };
  worker.postMessage({
    kind: 'work',
    name: 'report',
    asked: { ...report, ...copies, runs: [['a', 0]] },
  });
  worker.postMessage({ kind: 'facts', facts: [{ runId: 'x' }] });
  await expect.poll(() => said.length).toBe(4);
  expect(said).toEqual([
    { kind: 'failed', message: 'Run 7 was never told.' },
    { kind: 'failed', message: expect.any(String) as string },
    { kind: 'failed', message: 'Run 0 was told otherwise.' },
    { kind: 'failed', message: expect.any(String) as string },
  ]);
});

it('says so where the code that writes reports can’t be fetched', async () => {
  vi.resetModules();
  vi.doMock('../report/make-report.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const { THREAD_WORKSHOP: offline } = await import('./workshop.ts');
  const asked = { ...new ReportData().parts, question: 'What?', baseline: null };
  await expect(
    offline.work('report', { ...asked, areChosen: false, kinds: [], scorers: [] }, never),
  ).rejects.toThrow(
    'What writes reports could not be fetched. Try again when the network is back.',
  );
  vi.doUnmock('../report/make-report.ts');
  vi.resetModules();
});
