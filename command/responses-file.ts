import { closeSync, ftruncateSync, openSync, readSync, renameSync } from 'node:fs';
import { removeFile, writeWhole } from './run-log.ts';

/**
 * The texts of many runs in a file, written as runs are read and never held in memory. It stands under its name when it is kept, and
 * not at all before.
 */
export class ResponsesFile {
  readonly #path: string;
  readonly #file: number;
  readonly #places = new Map<string, Place>();
  #end = 0;
  #isOpen = true;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(`${path}.new`, 'w+');
  }

  /** Writes the rows of a run, in the place of those that were put under the same key before. */
  put(key: string, rows: readonly object[]): void {
    const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    writeWhole(this.#file, bytes, this.#end);
    this.#places.set(key, { at: this.#end, length: bytes.length });
    this.#end += bytes.length;
  }

  /** Gives the file its name. */
  keep(): void {
    this.#takeOutReplaced();
    this.#close();
    renameSync(`${this.#path}.new`, this.#path);
  }

  /** Takes away what wasn't kept; does nothing to what was. */
  drop(): void {
    this.#close();
    removeFile(`${this.#path}.new`);
  }

  #takeOutReplaced(): void {
    let end = 0;
    for (const { at, length } of [...this.#places.values()].sort(
      (one, other) => one.at - other.at,
    )) {
      if (at > end) writeWhole(this.#file, this.#read(at, length), end);
      end += length;
    }
    ftruncateSync(this.#file, end);
  }

  #read(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (let read = 0; read < length;) {
      const more = readSync(this.#file, bytes, read, length - read, at + read);
      if (more === 0) throw new Error(`${this.#path}.new is shorter than what was written to it.`);
      read += more;
    }
    return bytes;
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }
}

/** Bytes of a run's rows. */
interface Place {
  readonly at: number;
  readonly length: number;
}
