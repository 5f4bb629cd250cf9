import { expect, it } from 'vitest';
import type { ParsedRunFile } from '../../core/index.ts';
import { exampleRun } from '../testing/example-runs.ts';
import { exportRun, joinRunFiles, parseRunFiles } from './import-and-export-run.ts';
import { readBeside, type ReaderWorker } from './read-beside.ts';
import { readRunFile } from './read-run-file.ts';
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

it('reads a small file, and any where there are no workers, on the thread', async () => {
  const text = await fileOfRuns();
  expect(await allOf(readRunFile(new Blob([text])))).toEqual(parseRunFiles(text));
  const large = { size: 1_000_000, text: () => Promise.resolve(text) };
  expect(await allOf(readRunFile(large))).toEqual(parseRunFiles(text));
});
