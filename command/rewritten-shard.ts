import { closeSync, existsSync, ftruncateSync, openSync, readSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { RUNS_BETWEEN, runsHead } from '../src/storage/run-file/import-and-export-run.ts';
import { putNameOntoDisk, putOntoDisk } from './onto-disk.ts';
import { writeWhole } from './run-log.ts';
import { linesOf } from './lines-of-file.ts';
import { runOfLine } from './shards.ts';
import { sumOf, tailWithSums, ToldSums } from './shard-sums.ts';

/** What a run's line ends with, behind its events. */
const RUN_END = Buffer.from(']}');

/** A run's line with events behind those that it has; as it is for none. */
export function withEvents(run: Buffer, events: readonly string[]): Buffer {
  if (events.length === 0) return run;
  const added = Buffer.from(`,${events.join(',')}`);
  return Buffer.concat([run.subarray(0, -RUN_END.length), added, RUN_END]);
}

/**
 * A study's file of runs as it is written anew beside itself, run by run, with events added to them. It takes the old one's place
 * when all are there. Until then the old one stands as it was, and what a kill leaves of the new one is gone on with.
 */
export class RewrittenShard {
  readonly #path: string;
  readonly #now: number;
  readonly #file: number;
  /** The runs that were written before this was opened; null once they are no longer gone on with. */
  #before: Generator<RunBefore, void, undefined> | null;
  /** Of those runs, as their file tells them; null where it tells none, since its end is torn. */
  readonly #sumsBefore: ReadonlySet<string> | null;
  /** Byte behind the last run. */
  #end = 0;
  /** Of its runs, in their order. */
  readonly #sums: string[] = [];
  #hasAdded = false;

  /**
   * @param path of the old file
   * @param now milliseconds since the epoch
   */
  constructor(path: string, now: number) {
    this.#path = path;
    this.#now = now;
    const isBegun = existsSync(this.#beside);
    this.#file = openSync(this.#beside, isBegun ? 'r+' : 'w');
    this.#sumsBefore = isBegun ? sumsIn(this.#beside) : null;
    this.#before = isBegun ? runsBefore(this.#beside) : null;
  }

  get #beside(): string {
    return `${this.#path}.scored`;
  }

  /**
   * Takes over what was written of the next run before this was opened, where it is that run with events behind, and stands where
   * it would have been written.
   *
   * @param isDone whether nothing more is to be added to it
   */
  takesOver(run: Buffer, isDone: (written: Buffer) => boolean): boolean {
    const before = this.#before?.next().value ?? null;
    const size = run.length - RUN_END.length;
    const isSame = before?.run.subarray(0, size).equals(run.subarray(0, size)) === true;
    if (before === null || !isSame || !this.#isInPlace(before) || !isDone(before.run)) {
      this.#letGoOfBefore();
      return false;
    }
    const written = before.run;
    const sum = sumOf(written);
    if (this.#sumsBefore?.has(sum) === false) {
      console.error(
        `${basename(this.#beside)}, run ${String(this.#sums.length + 1)}: damaged. It and those behind it are read again.`,
      );
      this.#letGoOfBefore();
      return false;
    }
    this.#end = before.at + written.length;
    this.#sums.push(sum);
    return true;
  }

  /** Whether what stands before a run, and behind the one before, is what is written there. */
  #isInPlace({ at }: RunBefore): boolean {
    const opening = this.#opening;
    if (at - this.#end !== opening.length) return false;
    const found = Buffer.alloc(opening.length);
    readSync(this.#file, found, 0, found.length, this.#end);
    return this.#end === 0 ? isHead(found) : found.equals(opening);
  }

  /** Adds the next run, by one write. */
  add(run: Buffer): void {
    if (!this.#hasAdded) this.#cutBehind();
    const opening = this.#opening;
    this.#sums.push(sumOf(run));
    writeWhole(this.#file, Buffer.concat([opening, run, this.#tail]), this.#end);
    this.#end += opening.length + run.length;
  }

  /** Gives it the old file's place. */
  finish(): void {
    if (!this.#hasAdded) {
      this.#cutBehind();
      writeWhole(this.#file, this.#tail, this.#end);
    }
    putOntoDisk(this.#file);
    this.close();
    renameSync(this.#beside, this.#path);
    putNameOntoDisk(this.#path);
  }

  /** Leaves it beside the old one, to be gone on with. */
  close(): void {
    this.#letGoOfBefore();
    closeSync(this.#file);
  }

  /** What stands behind the last run that was taken over is of others, or torn. */
  #cutBehind(): void {
    this.#letGoOfBefore();
    ftruncateSync(this.#file, this.#end);
    this.#hasAdded = true;
  }

  #letGoOfBefore(): void {
    this.#before?.return();
    this.#before = null;
  }

  get #tail(): Buffer {
    return Buffer.from(tailWithSums(this.#sums));
  }

  get #opening(): Buffer {
    return Buffer.from(this.#end === 0 ? runsHead(this.#now) : RUNS_BETWEEN);
  }
}

interface RunBefore {
  readonly run: Buffer;
  /** Byte at which it begins. */
  readonly at: number;
}

function* runsBefore(path: string): Generator<RunBefore, void, undefined> {
  for (const { bytes, at } of linesOf(path)) {
    const run = runOfLine(bytes);
    if (run !== null) yield { run, at };
  }
}

/** Whether bytes are what a file of runs begins with, whenever it was begun. */
function isHead(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const [, moment = ''] = /"exportedAt": "([^"]*)"/.exec(text) ?? [];
  const exportedAt = Date.parse(moment);
  return Number.isFinite(exportedAt) && text === runsHead(exportedAt);
}

/** The sums that a file tells of its runs; null where it tells none. */
function sumsIn(path: string): ReadonlySet<string> | null {
  const told = new ToldSums();
  for (const { bytes } of linesOf(path)) told.read(bytes, runOfLine(bytes));
  return told.vouched;
}
