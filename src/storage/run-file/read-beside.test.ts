import { afterEach, expect, it, vi } from 'vitest';
import type { ParsedRunFile } from '../../core/index.ts';
import { exampleRun } from '../testing/example-runs.ts';
import { exportRun, joinRunFiles, parseRunFiles } from './import-and-export-run.ts';
import { readRunFile } from './late-run-file-reader.ts';
import { readBeside, type ReaderWorker } from './read-beside.ts';
import { serveRunFiles } from './serve-run-files.ts';

/** A worker in the same thread: what is said arrives later, cloned. */
class InlineReader implements ReaderWorker {
  onmessage: ReaderWorker['onmessage'] = null;
  onerror: ReaderWorker['onerror'] = null;
  onmessageerror: ReaderWorker['onmessageerror'] = null;
  isEnded = false;
  asked = 0;
  #listener: (event: MessageEvent<unknown>) => void = () => undefined;

  constructor(answer: unknown = null) {
    serveRunFiles({
      addEventListener: (_, listener) => {
        this.#listener = listener;
      },
      postMessage: (message) => {
        const data: unknown = structuredClone(answer ?? message);
        queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data })));
      },
    });
  }

  postMessage(data: unknown): void {
    this.asked += 1;
    queueMicrotask(() => {
      this.#listener(new MessageEvent('message', { data }));
    });
  }

  terminate(): void {
    this.isEnded = true;
  }
}

afterEach(() => {
  vi.doUnmock('./read-on-thread-or-beside.ts');
  vi.resetModules();
});

async function allOf(runs: AsyncIterable<ParsedRunFile>): Promise<readonly ParsedRunFile[]> {
  const read: ParsedRunFile[] = [];
  for await (const run of runs) read.push(run);
  return read;
}

async function fileOfRuns(): Promise<string> {
  const run = exportRun(await exampleRun(), 0);
  return joinRunFiles([run, '{"format":"another"}', run], 0);
}

it('reads in a worker what is read on the thread, and ends it', async () => {
  const text = await fileOfRuns();
  const worker = new InlineReader();
  expect(await allOf(readBeside(new Blob([text]), () => worker))).toEqual(parseRunFiles(text));
  expect([worker.asked, worker.isEnded]).toEqual([4, true]);
});

it('takes one run at a time, and ends the worker where no more are taken', async () => {
  const worker = new InlineReader();
  const text = await fileOfRuns();
  for await (const parsed of readBeside(new Blob([text]), () => worker)) {
    expect(parsed.ok).toBe(true);
    break;
  }
  expect([worker.asked, worker.isEnded]).toEqual([1, true]);
});

it.each([
  ['nonsense', 'nonsense', 'broke off'],
  ['a failure', { kind: 'failed', message: 'It was moved.' }, 'It was moved.'],
])('says of %s that the file was not read', async (_, answer, sentence) => {
  const worker = new InlineReader(answer);
  await expect(allOf(readBeside(new Blob(['']), () => worker))).rejects.toThrow(sentence);
  expect(worker.isEnded).toBe(true);
});

it.each([
  ['an error', (worker: ReaderWorker) => worker.onerror?.(new Event('error') as ErrorEvent)],
  [
    'words that can’t be read',
    (worker: ReaderWorker) => worker.onmessageerror?.(new MessageEvent('messageerror')),
  ],
])('fails what is asked of a worker that ended with %s between two runs', async (_, breakOff) => {
  const worker = new InlineReader();
  const runs = readBeside(new Blob([await fileOfRuns()]), () => worker);
  expect((await runs.next()).done).toBe(false);
  breakOff(worker);
  await expect(runs.next()).rejects.toThrow('broke off');
  expect([worker.asked, worker.isEnded]).toEqual([1, true]);
});

it('reads a small file, and any where there are no workers, on the thread', async () => {
  const text = await fileOfRuns();
  expect(await allOf(readRunFile(new Blob([text])))).toEqual(parseRunFiles(text));
  const large = { size: 1_000_000, text: () => Promise.resolve(text) };
  expect(await allOf(readRunFile(large))).toEqual(parseRunFiles(text));
});

it('says so where the code that reads files can’t be fetched', async () => {
  vi.resetModules();
  vi.doMock('./read-on-thread-or-beside.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const offline = await import('./late-run-file-reader.ts');
  await expect(allOf(offline.readRunFile(new Blob(['{}'])))).rejects.toThrow(
    /^What reads files of runs could not be fetched\. Try again when the network is back\.$/,
  );
});
