import { describe, expect, it } from 'vitest';
import { readMost } from './options.mjs';

describe('readMost', () => {
  it('draws up to 10,000 nodes where nothing is said, else as many as are asked for', () => {
    expect(readMost([])).toBe(10_000);
    expect(readMost(['--most', '1000'])).toBe(1_000);
  });

  it.each([[['--most']], [['--most', '99']], [['--most', '1e9.5']], [['--least', '100']]])(
    'says what can be said where it reads %j',
    (args) => {
      expect(() => readMost(args)).toThrow('Say nothing, or --most with a number of nodes');
    },
  );

  it('takes no more than one wish', () => {
    expect(() => readMost(['--most', '1000', 'wide'])).toThrow('Say nothing');
  });
});
