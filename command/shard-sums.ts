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
const SUMS = /^"sums": "((?:[\da-f]{8} )*)([\da-f]{8})"$/;

/** The sums that a line of a file tells; null where it tells none, or is damaged itself. */
export function sumsOfLine(line: Buffer): ReadonlySet<string> | null {
  // Most lines are runs, and long.
  if (line.toString('latin1', 0, OPENING.length) !== OPENING) return null;
  const [, told, own] = SUMS.exec(line.toString('latin1')) ?? [];
  if (told === undefined || own !== sumOf(told)) return null;
  return new Set(told.split(' ').filter((sum) => sum !== ''));
}
