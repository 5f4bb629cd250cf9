import { messageOf } from '../../core/index.ts';
import type { ReadRow } from './file-rows.ts';

/**
 * The rows of a text that has one JSON object a line. Blank lines are none.
 *
 * @param text its lines end with a line feed
 */
export function* jsonLines(text: string): Generator<ReadRow, void, undefined> {
  let line = 0;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    line += 1;
    const content = text.slice(at, end).trim();
    if (content !== '') yield jsonRow(content, line);
    at = end + 1;
  }
}

function jsonRow(content: string, line: number): ReadRow {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return { line, reason: `isn’t JSON: ${messageOf(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, reason: 'should be an object, as {"prompt": "…", "preference": "…"}' };
  }
  // Into a map: a field may be called as what every object inherits.
  return { line, fields: new Map<string, unknown>(Object.entries(value)) };
}
