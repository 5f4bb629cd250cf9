import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type { DurableEvent, RunHeader, StoredRun } from '../src/core/index.ts';
import { eventAsJson, runOnOneLine } from '../src/storage/run-file/import-and-export-run.ts';
import { CURRENT_VERSION } from '../src/storage/migrations/migrate-run.ts';
import { readRun } from '../src/storage/schema/read-run.ts';
import { putNameOntoDisk, putOntoDisk } from './onto-disk.ts';

/**
 * A run while it is sampled: a file whose first line is its header and each further line an event. A line is written when the event
 * is told, so that a kill at any moment loses what was not yet told, and a torn last line at most. Nothing of it is held in memory.
 */
export class RunLog {
  readonly header: RunHeader;
  readonly #path: string;
  readonly #file: number;

  private constructor(path: string, header: RunHeader) {
    this.header = header;
    this.#path = path;
    this.#file = openSync(path, 'a');
  }

  /** A log of what is known of a run. It stands whole or not at all, whenever this process ends. */
  static begin(path: string, run: StoredRun): RunLog {
    writeBeside(path, textOfLog(run), () => undefined);
    return new RunLog(path, run.header);
  }

  /** Puts a log of what is known of a run onto the disk. */
  static writeOntoDisk(path: string, run: StoredRun): void {
    writeFileWhole(path, textOfLog(run));
  }

  /**
   * Goes on with the log of a run; null where there is none, or nothing of it was written.
   *
   * @throws PlainError where what stands there is no log of a run
   */
  static open(path: string): { readonly log: RunLog; readonly run: StoredRun } | null {
    const text = readIfThere(path);
    const whole = text === null ? '' : text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole === '') return null;
    const run = readLog(whole, path);
    const log = new RunLog(path, run.header);
    ftruncateSync(log.#file, Buffer.byteLength(whole));
    return { log, run };
  }

  /** Written when it returns, though not yet beyond the system's own memory. */
  add(event: DurableEvent): void {
    writeWhole(this.#file, Buffer.from(eventLine(event)));
  }

  /** All of the run that was told. */
  read(): StoredRun {
    return readLog(readFileSync(this.#path, 'utf8'), this.#path);
  }

  /** The run's file on one line: the log's own bytes, with commas in the place of line feeds, which stand in no JSON. */
  onOneLine(exportedAt: number): Uint8Array {
    const bytes = readFileSync(this.#path);
    const events = bytes.subarray(bytes.indexOf(LINE_FEED) + 1, -1);
    for (let at = events.indexOf(LINE_FEED); at !== -1; at = events.indexOf(LINE_FEED, at + 1)) {
      events[at] = COMMA;
    }
    const [head, tail] = runOnOneLine(this.header, exportedAt);
    return Buffer.concat([Buffer.from(head), events, Buffer.from(tail)]);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Writes a file whole or not at all, whenever this process or the machine ends. */
export function writeFileWhole(path: string, text: string): void {
  writeBeside(path, text, putOntoDisk);
  putNameOntoDisk(path);
}

/** @param onWritten told of the open file before it takes its place */
function writeBeside(path: string, text: string, onWritten: (file: number) => void): void {
  const file = openSync(`${path}.new`, 'w');
  try {
    writeWhole(file, Buffer.from(text));
    onWritten(file);
  } finally {
    closeSync(file);
  }
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

const LINE_FEED = 0x0a;
const COMMA = 0x2c;

/** @param place byte at which it is to stand; the end of what was written last where left out */
export function writeWhole(file: number, bytes: Uint8Array, place?: number): void {
  for (let written = 0; written < bytes.length;) {
    const at = place === undefined ? null : place + written;
    written += writeSync(file, bytes, written, bytes.length - written, at);
  }
}

function textOfLog({ header, events }: StoredRun): string {
  return [headLine(header), ...events.map(eventLine)].join('');
}

function headLine(run: RunHeader): string {
  return `${JSON.stringify({ version: CURRENT_VERSION, run })}\n`;
}

function eventLine(event: DurableEvent): string {
  return `${eventAsJson(event)}\n`;
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
