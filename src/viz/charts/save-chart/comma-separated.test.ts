import { describe, expect, it } from 'vitest';
import { commaSeparated } from './comma-separated.ts';

describe('the figures behind a chart as CSV', () => {
  it('are rounded to four decimals, and empty where nothing is known', () => {
    const rows = [['PRS 4/4', 4.965437499999999, null, 15, -0.00001] as const];
    expect(commaSeparated({ columns: ['arm', 'mean', 'low', 'n', 'd'], rows })).toBe(
      'arm,mean,low,n,d\r\nPRS 4/4,4.9654,,15,0\r\n',
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
