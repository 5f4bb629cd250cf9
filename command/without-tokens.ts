const KEY = Buffer.from('"tokens":[');
const EMPTY = Buffer.from('"tokens":[]');
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = 0x5b;
const CLOSING = 0x5d;

/**
 * A run's file on one line without the tokens of its texts, which are nine tenths of it: what is left is read so much sooner. Within
 * a text the quotes of such a key are escaped, so it is found by its bytes.
 *
 * @param run as `JSON.stringify` writes it
 */
export function withoutTokens(run: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = run.indexOf(KEY); at !== -1; at = run.indexOf(KEY, from)) {
    parts.push(run.subarray(from, at), EMPTY);
    from = endOfList(run, at + KEY.length);
  }
  parts.push(run.subarray(from));
  return Buffer.concat(parts);
}

/** The byte behind the list that is open at a place. */
function endOfList(bytes: Buffer, place: number): number {
  let depth = 1;
  let at = place;
  while (depth > 0 && at < bytes.length) {
    const byte = bytes[at];
    at = byte === QUOTE ? endOfText(bytes, at + 1) : at + 1;
    if (byte === OPENING) depth += 1;
    if (byte === CLOSING) depth -= 1;
  }
  return at;
}

/** The byte behind the quote that ends a text. */
function endOfText(bytes: Buffer, place: number): number {
  let at = place;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at + 1;
}
