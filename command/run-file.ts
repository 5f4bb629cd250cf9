import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type { Clock, DurableEvent, RunHeader, StoredRun } from '../src/core/index.ts';
import { parseRunFile, runFileFormat } from '../src/storage/index.ts';
import type { QueueKeeping } from '../src/studies/index.ts';
import { readIfThere, removeFile, RunLog, writeFileWhole } from './run-log.ts';

/**
 * One run in a file that the page opens. While it is sampled its log stands beside it, from which the same command goes on after a
 * kill; the file itself is written when the run ends or is stopped.
 */
export class RunFile implements QueueKeeping {
  readonly #path: string;
  readonly #clock: Clock;
  #log: RunLog | null;
  /** What there was of the run when it was opened. */
  readonly #found: StoredRun | null;

  /** @throws PlainError where something else stands there */
  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
    const left = RunLog.open(this.#logPath);
    this.#log = left?.log ?? null;
    this.#found = left?.run ?? readRunFile(path);
  }

  get #logPath(): string {
    return `${this.#path}.part`;
  }

  /** What there is of the run; null where nothing is. */
  get found(): StoredRun | null {
    return this.#found;
  }

  load(): StoredRun | null {
    const found = this.#found;
    if (found !== null) this.#log ??= RunLog.begin(this.#logPath, found);
    return found;
  }

  begin(header: RunHeader): void {
    this.#log = RunLog.begin(this.#logPath, { header, events: [] });
  }

  add(_: string, event: DurableEvent): void {
    this.#log?.add(event);
  }

  finish(): void {
    this.write();
  }

  /** Writes what there is of the run where it isn't written yet. */
  write(): void {
    const log = this.#log;
    if (log === null) return;
    writeFileWhole(this.#path, runFileFormat.export(log.read(), this.#clock.now()));
    this.#log = null;
    log.close();
    removeFile(this.#logPath);
  }
}

function readRunFile(path: string): StoredRun | null {
  const text = readIfThere(path);
  if (text === null) return null;
  const parsed = parseRunFile(text);
  if (parsed.ok) return parsed.run;
  throw new PlainError(`${path} is not a run’s file: ${parsed.message}`);
}
