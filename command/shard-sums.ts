import { crc32 } from 'node:zlib';

// A study's file of runs ends with a sum of each of its lines, by which one that was damaged on its disk is known. Who opens the file
// as JSON passes over them.

const HEX = 16;
const DIGITS = 8;

/** A CRC-32 as eight hexadecimal digits. @param run its line, without a comma behind */
export function sumOf(run: Uint8Array | string): string {
  return crc32(run).toString(HEX).padStart(DIGITS, '0');
}

/** What ends a file of runs, with the sums of its runs and behind them the sum of these. */
export function tailWithSums(sums: readonly string[]): string {
  const told = sums.map((sum) => `${sum} `).join('');
  return `\n],\n${OPENING}${told}${sumOf(told)}"\n}\n`;
}

const OPENING = '"sums": "';
/** What a line of sums may still be known by once it is damaged. */
const LIKE_SUMS = /^"sums": "|[\da-f]{8} [\da-f]{8}"$/;
const SUMS = /^"sums": "((?:[\da-f]{8} )*)([\da-f]{8})"$/;

/** The sums that a line of a file tells; null where it tells none, or is damaged itself. */
export function sumsOfLine(line: Buffer): ReadonlySet<string> | null {
  // Most lines are runs, and long.
  if (line.toString('latin1', 0, OPENING.length) !== OPENING) return null;
  const [, told, own] = SUMS.exec(line.toString('latin1')) ?? [];
  if (told === undefined || own !== sumOf(told)) return null;
  return new Set(told.split(' ').filter((sum) => sum !== ''));
}

/** What a file tells of the sums of its runs, read line by line. */
export class ToldSums {
  /** Of its runs, in their order. */
  readonly #found: string[] = [];
  #told: ReadonlySet<string> | null = null;
  #damaged: string | null = null;

  /**
   * Reads the next line.
   *
   * @param run its run; null where it holds none
   * @returns the sum of that run
   */
  read(line: Buffer, run: Buffer | null): string | null {
    if (run !== null) {
      const sum = sumOf(run);
      this.#found.push(sum);
      return sum;
    }
    this.#told ??= sumsOfLine(line);
    const text = line.toString('latin1');
    if (this.#told === null && LIKE_SUMS.test(text)) this.#damaged = text;
    return null;
  }

  /**
   * The sums that runs are known to be whole by; null where the file tells none. Where the line of sums is damaged, these are all that
   * were found if their own sum is still told, and otherwise those that the line still tells, null where that is none.
   */
  get vouched(): ReadonlySet<string> | null {
    if (this.#told !== null || this.#damaged === null) return this.#told;
    const found = this.#found.map((sum) => `${sum} `).join('');
    if (this.#damaged.endsWith(`${sumOf(found)}"`)) return new Set(this.#found);
    const still = this.#damaged.match(/[\da-f]{8}(?= )/g);
    return still === null ? null : new Set(still);
  }
}
