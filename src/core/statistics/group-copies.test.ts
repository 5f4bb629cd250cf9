import { describe, expect, it } from 'vitest';
import { avalanche } from '../seeds.ts';
import { spearman } from './rank-correlation.ts';
import { groupCopies } from './group-copies.ts';

interface Response {
  readonly text: string;
  readonly first: number;
  readonly second: number;
}

/** Pools of two scorers that have nothing to do with each other; some of the responses are copies of others. */
function drawnPool(seed: number): readonly Response[] {
  const drawn = (place: number) => avalanche(seed * 1009 + place) / 2 ** 32;
  const own = Array.from({ length: 16 }, (_, place) => ({
    text: `response ${String(place)}`,
    first: drawn(2 * place),
    second: drawn(2 * place + 1),
  }));
  const copies = own.slice(0, 8).flatMap((response) => [response, response]);
  return [...own, ...copies];
}

/** How often unrelated scorers get beyond what the page calls once in twenty. */
function shareBeyondReach(read: (pool: readonly Response[]) => readonly Response[]): number {
  const runs = 2000;
  let beyond = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const pool = read(drawnPool(seed));
    const rho = spearman(
      pool.map(({ first }) => first),
      pool.map(({ second }) => second),
    );
    if (Math.abs(rho ?? 0) > 1.96 / Math.sqrt(pool.length - 1)) beyond += 1;
  }
  return beyond / runs;
}

describe('groupCopies', () => {
  it('puts equal texts together, in order', () => {
    const texts = ['b', 'a', ' b ', 'c', 'a'];
    expect(groupCopies(texts, (text) => text)).toEqual([['b', ' b '], ['a', 'a'], ['c']]);
  });

  it('holds “once in twenty” for unrelated scorers, which copies break', () => {
    const copiesCounted = shareBeyondReach((pool) => pool);
    const eachOnce = shareBeyondReach((pool) =>
      groupCopies(pool, ({ text }) => text).map(([first]) => first),
    );
    expect(copiesCounted).toBeGreaterThan(0.1);
    expect(eachOnce).toBeLessThan(0.065);
    expect(eachOnce).toBeGreaterThan(0.03);
  });
});
