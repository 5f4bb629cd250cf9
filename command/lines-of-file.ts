import { closeSync, openSync, readSync } from 'node:fs';

/** A line of a file. */
export interface Line {
  /** Without its line feed, and without the carriage return before it that an editor or git may have put there. */
  readonly bytes: Buffer;
  /** Byte at which it begins. */
  readonly at: number;
  /** From 1. */
  readonly number: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTES_AT_ONCE = 1 << 20;

/** The lines of a file that end with a line feed: what stands behind the last one is torn. */
export function* linesOf(path: string): Generator<Line, void, undefined> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(BYTES_AT_ONCE);
    let rest: Buffer[] = [];
    let at = 0;
    let number = 0;
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      let from = 0;
      for (;;) {
        const feed = piece.subarray(0, read).indexOf(LINE_FEED, from);
        if (feed === -1) break;
        const bytes = Buffer.concat([...rest, piece.subarray(from, feed)]);
        rest = [];
        const hasReturn = bytes.at(-1) === CARRIAGE_RETURN;
        number += 1;
        yield { bytes: hasReturn ? bytes.subarray(0, -1) : bytes, at, number };
        at += bytes.length + 1;
        from = feed + 1;
      }
      rest.push(Buffer.from(piece.subarray(from, read)));
    }
  } finally {
    closeSync(file);
  }
}
