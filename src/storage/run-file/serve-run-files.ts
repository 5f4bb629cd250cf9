import { messageOf, type ParsedRunFile } from '../../core/index.ts';
import { parseRunFiles } from './import-and-export-run.ts';
import { type ReaderAnswer, readerRequestSchema } from './run-file-messages.ts';

/** The worker's side of the line. */
export interface ReaderPort {
  postMessage(message: ReaderAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Reads one file, and tells its runs as they are asked for: the page takes one at a time. */
export function serveRunFiles(port: ReaderPort): void {
  let runs: Iterator<ParsedRunFile> = [].values();
  const answer = async (data: unknown): Promise<void> => {
    try {
      const request = readerRequestSchema.parse(data);
      if (request.kind === 'file') runs = parseRunFiles(await request.file.text()).values();
      const next = runs.next();
      port.postMessage(next.done === true ? { kind: 'end' } : { kind: 'run', parsed: next.value });
    } catch (error) {
      port.postMessage({ kind: 'failed', message: messageOf(error) });
    }
  };
  port.addEventListener('message', ({ data }) => {
    void answer(data);
  });
}
