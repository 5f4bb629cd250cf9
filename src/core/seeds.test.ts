import { describe, expect, it } from 'vitest';
import { makeArm } from './plan/make-arm.ts';
import { planNodes } from './plan/plan-nodes.ts';
import { avalanche, nodeSeed } from './seeds.ts';

describe('the seed of a node', () => {
  it('stays the same when the run gets another draft', () => {
    const eight = planNodes(makeArm('prand', 8, [8]), 42);
    const nine = planNodes(makeArm('prand', 9, [9]), 42);
    expect(nine.slice(0, 8)).toEqual(eight);
  });

  it('is shared by the arms, so that they can be compared draft by draft', () => {
    const [rand] = planNodes(makeArm('rand', 4, [4]), 42);
    const [prs] = planNodes(makeArm('prs', 4, [2, 2]), 42);
    expect(prs?.seed).toBe(rand?.seed);
  });

  it('differs within a run, but for a chance of one in a quarter of a million', () => {
    const differing = (runSeed: number): boolean => {
      const seeds = planNodes(makeArm('prs', 128, [32, 32, 64]), runSeed).map(({ seed }) => seed);
      return new Set(seeds).size === seeds.length;
    };
    const first = Array.from({ length: 1000 }, (_, runSeed) => runSeed);
    expect(first.filter((runSeed) => !differing(runSeed))).toEqual([]);
    expect(differing(495_415_669)).toBe(false);
  });

  it('spreads neighbours over the whole range', () => {
    const bins = new Set<number>();
    for (let index = 0; index < 64; index += 1) {
      const seed = nodeSeed(1, 'draft', 0, index);
      expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
      bins.add(Math.floor(seed / 2 ** 28));
    }
    expect(bins.size).toBe(8);
  });
});

describe('the hash under it', () => {
  it('stays as it is, for saved runs and votes hold what was drawn by it', () => {
    expect([0, 1, 42, 0xffffffff].map(avalanche)).toEqual([
      3295776176, 441142168, 747030467, 3060567340,
    ]);
    expect(avalanche(-1)).toBe(avalanche(0xffffffff));
  });
});
