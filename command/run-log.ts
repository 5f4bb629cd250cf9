import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type { DurableEvent, RunHeader, StoredRun } from '../src/core/index.ts';
import { CURRENT_VERSION } from '../src/storage/migrations/migrate-run.ts';
import { readRun } from '../src/storage/schema/read-run.ts';
import { storable } from '../src/storage/schema/run-as-stored.ts';

/**
 * A run while it is sampled: a file whose first line is its header and each further line an event. A line is written when the event
 * is told, so that a kill at any moment loses what was not yet told, and a torn last line at most.
 */
export class RunLog {
  readonly header: RunHeader;
  readonly events: DurableEvent[];
  readonly #file: number;

  private constructor(file: number, { header, events }: StoredRun) {
    this.header = header;
    this.events = [...events];
    this.#file = file;
  }

  /** A log of what is known of a run. It stands whole or not at all, whenever this process ends. */
  static begin(path: string, run: StoredRun): RunLog {
    const lines = [headLine(run.header), ...run.events.map(eventLine)];
    writeFileSync(`${path}.new`, lines.join(''));
    renameSync(`${path}.new`, path);
    return new RunLog(openSync(path, 'a'), run);
  }

  /**
   * Goes on with the log of a run; null where there is none, or nothing of it was written.
   *
   * @throws PlainError where what stands there is no log of a run
   */
  static open(path: string): RunLog | null {
    const text = readIfThere(path);
    const whole = text === null ? '' : text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole === '') return null;
    const run = readLog(whole, path);
    const file = openSync(path, 'a');
    ftruncateSync(file, Buffer.byteLength(whole));
    return new RunLog(file, run);
  }

  get run(): StoredRun {
    return { header: this.header, events: this.events };
  }

  /** Written when it returns, though not yet beyond the system's own memory. */
  add(event: DurableEvent): void {
    writeWhole(this.#file, eventLine(event));
    this.events.push(event);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Writes a file whole or not at all, whenever this process ends. */
export function writeFileWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** Null where there is no such file. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Does nothing where there is no such file. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}

function headLine(run: RunHeader): string {
  return `${JSON.stringify({ version: CURRENT_VERSION, run })}\n`;
}

function eventLine(event: DurableEvent): string {
  return `${JSON.stringify(storable(event))}\n`;
}

function readLog(text: string, path: string): StoredRun {
  const [head, ...events] = text.trimEnd().split('\n').map(parsed);
  const owner = `The log ${path}`;
  const document = typeof head === 'object' && head !== null ? { ...head, events } : {};
  const read = readRun(document, owner);
  if (read.ok) return read.run;
  throw new PlainError(`${read.message} Move it away to begin the run anew.`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
