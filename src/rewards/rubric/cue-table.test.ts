import { describe, expect, it } from 'vitest';
import { readCueSources, readCueTable } from './cue-table.ts';

const TABLE = `# A table.

{colour}
  red
  gr(e|a)y

paint
  {colour} paint
  paint(er)?s?
# A remark.
  (\\w+ ){1,2}brush
`;

describe('readCueTable', () => {
  it('takes the cues under a heading, its lists put in', () => {
    expect(readCueTable(TABLE)).toEqual([
      {
        heading: 'paint',
        source: '(?:red|gr(?:e|a)y) paint|paint(?:er)?s?|(?:\\w+ ){1,2}brush',
      },
    ]);
  });

  it('tells a heading or a list that is missing', () => {
    expect(() => readCueSources(TABLE)('draw')).toThrow('No cues stand under “draw”.');
    expect(() => readCueTable('paint\n  {shade} paint')).toThrow('No list is called “shade”.');
  });
});
