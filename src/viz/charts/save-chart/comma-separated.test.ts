import { describe, expect, it } from 'vitest';
import { commaSeparated } from './comma-separated.ts';

describe('the figures behind a chart as CSV', () => {
  it('are unrounded, and empty where nothing is known', () => {
    const rows = [['PRS 4/4', 1.8400000000000001, null] as const];
    expect(commaSeparated({ columns: ['arm', 'mean', 'low'], rows })).toBe(
      'arm,mean,low\r\nPRS 4/4,1.84,\r\n',
    );
  });

  it('hold commas, quotation marks and lines together', () => {
    const rows = [['a, "b"\nc']] as const;
    expect(commaSeparated({ columns: ['x'], rows })).toBe('x\r\n"a, ""b""\nc"\r\n');
  });

  it('hold no formula, and negative figures as they are', () => {
    const rows = [['=1+1', -2]] as const;
    expect(commaSeparated({ columns: ['x', 'y'], rows })).toBe("x,y\r\n'=1+1,-2\r\n");
  });
});
