import { closeSync, existsSync, ftruncateSync, openSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { RUNS_BETWEEN, runsHead } from '../src/storage/run-file/import-and-export-run.ts';
import { runsIn } from './files-of-runs.ts';
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
  #before: Generator<Buffer, void, undefined> | null;
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
    this.#sumsBefore = isBegun ? sumsIn(this.#beside) : null;
    this.#before = isBegun ? runsIn(this.#beside) : null;
    this.#file = openSync(this.#beside, isBegun ? 'r+' : 'w');
  }

  get #beside(): string {
    return `${this.#path}.scored`;
  }

  /**
   * Takes over what was written of the next run before this was opened, where it is that run with events behind.
   *
   * @param isDone whether nothing more is to be added to it
   */
  takesOver(run: Buffer, isDone: (written: Buffer) => boolean): boolean {
    const written = this.#before?.next().value;
    const size = run.length - RUN_END.length;
    const isSame = written?.subarray(0, size).equals(run.subarray(0, size)) === true;
    if (written === undefined || !isSame || !isDone(written)) {
      this.#letGoOfBefore();
      return false;
    }
    const sum = sumOf(written);
    if (this.#sumsBefore?.has(sum) === false) {
      console.error(
        `${basename(this.#beside)}, run ${String(this.#sums.length + 1)}: damaged. It and those behind it are read again.`,
      );
      this.#letGoOfBefore();
      return false;
    }
    this.#end += this.#opening.length + written.length;
    this.#sums.push(sum);
    return true;
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

/** The sums that a file tells of its runs; null where it tells none. */
function sumsIn(path: string): ReadonlySet<string> | null {
  const told = new ToldSums();
  for (const { bytes } of linesOf(path)) told.read(bytes, runOfLine(bytes));
  return told.vouched;
}
