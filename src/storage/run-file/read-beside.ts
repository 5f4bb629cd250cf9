import type { ParsedRunFile } from '../../core/index.ts';
import { type ReaderAnswer, readerAnswerSchema, type ReaderRequest } from './run-file-messages.ts';

/** The part of a Worker that is used, so that tests can stand in for one. */
export interface ReaderWorker {
  postMessage(message: ReaderRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent<unknown>) => void) | null;
}

/**
 * Every run of a file, read in a worker and handed over one at a time, as they are taken: copying all of them at once would hold up
 * the page as reading them does.
 *
 * @throws Error with a sentence where the file can't be read
 */
export async function* readBeside(
  file: Blob,
  createWorker: () => ReaderWorker = createReader,
): AsyncGenerator<ParsedRunFile> {
  const worker = createWorker();
  const ask = askerOf(worker);
  try {
    let request: ReaderRequest = { kind: 'file', file };
    for (;;) {
      const answer = await ask(request);
      if (answer.kind === 'failed') throw new Error(answer.message);
      if (answer.kind === 'end') return;
      yield answer.parsed;
      request = { kind: 'next' };
    }
  } finally {
    worker.terminate();
  }
}

function createReader(): ReaderWorker {
  return new Worker(new URL('./run-files.worker.ts', import.meta.url), {
    type: 'module',
    name: 'run files',
  });
}

/** Hears the worker for as long as it lives: what is asked of one that broke off before fails at once. */
function askerOf(worker: ReaderWorker): (request: ReaderRequest) => Promise<ReaderAnswer> {
  let problem: Error | null = null;
  let take: (answer: ReaderAnswer) => void = () => undefined;
  let refuse: (reason: Error) => void = () => undefined;
  const fail = (): void => {
    problem = new Error(
      'What reads large files broke off: reload the page, or take the file apart.',
    );
    refuse(problem);
  };
  worker.onerror = fail;
  worker.onmessageerror = fail;
  worker.onmessage = ({ data }) => {
    const read = readerAnswerSchema.safeParse(data);
    if (read.success) take(read.data);
    else fail();
  };
  return (request) =>
    new Promise((resolve, reject) => {
      [take, refuse] = [resolve, reject];
      if (problem === null) worker.postMessage(request);
      else reject(problem);
    });
}
