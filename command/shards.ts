import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { RUNS_BETWEEN, runsHead } from '../src/storage/run-file/import-and-export-run.ts';
import { linesOf } from './lines-of-file.ts';
import { putNameOntoDisk, putOntoDisk } from './onto-disk.ts';
import { writeWhole } from './run-log.ts';
import { sumOf, tailWithSums } from './shard-sums.ts';

/** A page opens such a file whole: some seconds, and a few hundred megabytes of its memory. */
const MOST_RUNS = 500;
const MOST_BYTES = 50_000_000;

/** Names of the files. */
export const SHARD_NAME = /^runs-(\d{5,})\.json$/;

/**
 * Finished runs in files that the page opens: one run a line, and a new file when one is long enough. A run is added by one write at
 * the place where the file's end stood, so that a file is whole but for the moment of that write; a kill in it costs the run's line,
 * which is dropped when the folder is opened again.
 */
export class Shards {
  readonly #folder: string;
  /** The file that runs are added to; null before the first. */
  #last: Shard | null;

  private constructor(folder: string, last: Shard | null) {
    this.#folder = folder;
    this.#last = last;
  }

  /**
   * Opens the files of a folder, the last one to be added to.
   *
   * @param onRun told of the id of each run that is there
   * @throws PlainError where another file stands there by such a name
   */
  static open(folder: string, onRun: (id: string) => void): Shards {
    const names = readdirSync(folder).filter((name) => SHARD_NAME.test(name));
    const numbers = names.map((name) => Number(SHARD_NAME.exec(name)?.[1])).sort((a, b) => a - b);
    let last: Shard | null = null;
    for (const number of numbers) {
      const path = pathOf(folder, number);
      // Runs are added behind the last file's alone.
      last = { number, ...scan(path, onRun, number === numbers.at(-1)) };
    }
    if (last !== null) mend(folder, last);
    return new Shards(folder, last);
  }

  /** How many files there are. */
  get count(): number {
    return this.#last?.number ?? 0;
  }

  /**
   * Adds a run.
   *
   * @param line the run on one line, as its file has it
   * @param now milliseconds since the epoch
   */
  add(line: Uint8Array, now: number): void {
    const last = this.#last;
    const isFull = last !== null && (last.sums.length >= MOST_RUNS || last.end >= MOST_BYTES);
    const { number, end, sums } =
      last === null || isFull ? { number: (last?.number ?? 0) + 1, end: 0, sums: [] } : last;
    const opening = Buffer.from(end === 0 ? runsHead(now) : RUNS_BETWEEN);
    sums.push(sumOf(line));
    // The file that is left for it lies on the disk.
    if (end === 0) this.putOntoDisk();
    const path = pathOf(this.#folder, number);
    const file = openSync(path, end === 0 ? 'w' : 'r+');
    writeWhole(file, Buffer.concat([opening, line, Buffer.from(tailWithSums(sums))]), end);
    closeSync(file);
    if (end === 0) putNameOntoDisk(path);
    this.#last = { number, end: end + opening.length + line.length, sums };
  }

  /** Puts all runs that were added onto the disk. */
  putOntoDisk(): void {
    if (this.#last === null) return;
    const file = openSync(pathOf(this.#folder, this.#last.number), 'r+');
    putOntoDisk(file);
    closeSync(file);
  }
}

interface Shard {
  /** From 1. */
  readonly number: number;
  /** Byte behind its last run; 0 where there is none. */
  readonly end: number;
  /** Of its runs, in their order. */
  readonly sums: string[];
}

function pathOf(folder: string, number: number): string {
  return join(folder, `runs-${String(number).padStart(5, '0')}.json`);
}

/** What a run's line begins with. */
const RUN_LINE =
  /^\{"format":"prs-playground-run","version":\d+,"exportedAt":"[^"]*","run":\{"id":"([\w-]+)"/;
const BEGINNING_BYTES = 400;

/** The bytes of a run where a line of a file is one, and whole; null for any other line. */
export function runOfLine(bytes: Buffer): Buffer | null {
  const run = bytes.at(-1) === COMMA ? bytes.subarray(0, -1) : bytes;
  const isRun = RUN_LINE.test(run.toString('utf8', 0, BEGINNING_BYTES));
  return isRun && run.subarray(-RUN_END.length).equals(RUN_END) ? run : null;
}

/** What a run's line ends with: of its events, and of itself. */
const RUN_END = Buffer.from(']}');
const COMMA = 0x2c;

/** Finds the runs of a file, and where the last whole one ends. @param isSummed whether their sums are wanted too */
function scan(path: string, onRun: (id: string) => void, isSummed: boolean): Omit<Shard, 'number'> {
  let end = 0;
  const sums: string[] = [];
  for (const { bytes, at } of linesOf(path)) {
    const run = runOfLine(bytes);
    const [, id] = RUN_LINE.exec(run?.toString('utf8', 0, BEGINNING_BYTES) ?? '') ?? [];
    if (run === null || id === undefined) continue;
    onRun(id);
    if (isSummed) sums.push(sumOf(run));
    end = at + run.length;
  }
  if (end === 0 && !isBegun(path)) {
    throw new PlainError(`${path} is no file of runs: move it away, or name another folder.`);
  }
  return { end, sums };
}

/** Whether a file without a whole run is the beginning of such a file, however short. */
function isBegun(path: string): boolean {
  const opening = runsHead(0).split(',', 1).join('');
  return opening.startsWith(readFileSync(path, 'utf8').slice(0, opening.length));
}

/** Cuts off what a kill has left behind the last whole run; a file that is whole is left as it is. */
function mend(folder: string, { number, end, sums }: Shard): void {
  const path = pathOf(folder, number);
  if (end === 0) {
    rmSync(path);
    return;
  }
  const tail = Buffer.from(tailWithSums(sums));
  if (endsWith(path, tail, end)) return;
  const file = openSync(path, 'r+');
  ftruncateSync(file, end);
  writeWhole(file, tail, end);
  closeSync(file);
}

/** Whether these bytes, and no others, stand in a file from a place on. */
function endsWith(path: string, bytes: Buffer, from: number): boolean {
  const file = openSync(path, 'r');
  try {
    // One more than there should be.
    const found = Buffer.alloc(bytes.length + 1);
    const read = readSync(file, found, 0, found.length, from);
    return found.subarray(0, read).equals(bytes);
  } finally {
    closeSync(file);
  }
}
