// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCueTable } from '../../src/rewards/rubric/cue-table.ts';
import { leanTable } from './lean-cue-tables.mjs';

const TABLES = join(import.meta.dirname, '../../src/rewards/rubric/preference/cues');

describe('tables of cues in the built page', () => {
  it('keep headings and cues, a space before each, and lose comments and blank lines', () => {
    const table = '# For people.\n\n{few}\n  two\n\nbrief\n  {few} words\n  # is no comment\n';
    expect(leanTable(table)).toBe('{few}\n two\nbrief\n {few} words\n # is no comment\n');
  });

  it.each(readdirSync(TABLES).filter((name) => name !== 'spelling.txt'))(
    'say the same: %s',
    (name) => {
      const table = readFileSync(join(TABLES, name), 'utf8');
      expect(readCueTable(leanTable(table))).toEqual(readCueTable(table));
    },
  );
});
