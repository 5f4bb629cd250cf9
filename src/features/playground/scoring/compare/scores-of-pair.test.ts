import { describe, expect, it } from 'vitest';
import { pairScores, wholePairs } from './pair-of-scorings.ts';
import { comparedRun, namedScoring } from './testing/compared-run.ts';

describe('the rewards of two scorers', () => {
  it('are paired by address, whatever order they were given in', async () => {
    const tree = await comparedRun(['a', 'b', 'c', 'd'], ['prand', 'rand']);
    const first = namedScoring(tree, 'first', [1, 2, 3, 4]);
    const scoring = namedScoring(tree, 'second', [10, 20, 30, 40]);
    const second = { ...scoring, outcomes: [...scoring.outcomes].reverse() };
    const pairs = pairScores(tree, first, second);
    expect(
      pairs.map((pair) => [pair.id, pair.armName, pair.name, pair.first, pair.second]),
    ).toEqual([
      ['prand/draft-1', 'PRand 2', 'Draft 1', 1, 10],
      ['prand/draft-2', 'PRand 2', 'Draft 2', 2, 20],
      ['rand/draft-1', 'Rand 2', 'Draft 1', 3, 30],
      ['rand/draft-2', 'Rand 2', 'Draft 2', 4, 40],
    ]);
  });

  it('are missing where a scorer failed, and are no zero', async () => {
    const tree = await comparedRun(['a', 'b', '']);
    const first = namedScoring(tree, 'first', [0, null]);
    const second = namedScoring(tree, 'second', [1, 2]);
    const pairs = pairScores(tree, first, second);
    expect(pairs.map((pair) => pair.first)).toEqual([0, null]);
    expect(wholePairs(pairs).map(({ nodeId }) => nodeId)).toEqual(['draft-1']);
  });
});
