import { describe, expect, it } from 'vitest';
import type { NamedScoring } from '../../../../runs/index.ts';
import { choose, pairOfScorings } from './pair-of-scorings.ts';
import { comparedRun, namedScoring } from './testing/compared-run.ts';

const nobody = { firstId: null, secondId: null };

async function scorings(): Promise<readonly NamedScoring[]> {
  const tree = await comparedRun(['a', 'b']);
  const own = namedScoring(tree, 'own', []);
  const again = namedScoring(tree, 'again', []);
  return [
    own,
    { ...again, rewardModel: own.rewardModel },
    namedScoring(tree, 'judge', []),
    namedScoring(tree, 'longest', [], { atOnce: true }),
  ];
}

function ids(pair: ReturnType<typeof pairOfScorings>): readonly (string | undefined)[] {
  return [pair?.first.id, pair?.second.id];
}

describe('the two scorers to compare', () => {
  it('begin with the tree’s own scoring and another scorer that was asked', async () => {
    const all = await scorings();
    expect(ids(pairOfScorings(all, nobody, 'own'))).toEqual(['own', 'judge']);
    expect(ids(pairOfScorings(all, nobody, 'longest'))).toEqual(['longest', 'judge']);
    const [own, again, , longest] = all;
    const few = [own, again, longest].filter((each) => each !== undefined);
    expect(ids(pairOfScorings(few, nobody, 'own'))).toEqual(['own', 'longest']);
    expect(pairOfScorings(all.slice(0, 1), nobody, 'own')).toBeNull();
  });

  it('follow the tree’s scoring until the first is chosen, and never are one twice', async () => {
    const all = await scorings();
    const chosen = { firstId: null, secondId: 'judge' };
    expect(ids(pairOfScorings(all, chosen, 'longest'))).toEqual(['longest', 'judge']);
    expect(ids(pairOfScorings(all, chosen, 'judge'))).toEqual(['own', 'judge']);
  });

  it('swap when a side takes what stands on the other', async () => {
    const all = await scorings();
    const pair = pairOfScorings(all, nobody, 'own');
    if (pair === null) throw new Error('no pair');
    expect(choose(pair, 'first', 'judge')).toEqual({ firstId: 'judge', secondId: 'own' });
    expect(choose(pair, 'second', 'own')).toEqual({ firstId: 'judge', secondId: 'own' });
    expect(choose(pair, 'second', 'longest')).toEqual({ firstId: 'own', secondId: 'longest' });
  });

  it('fall back where a chosen one is gone', async () => {
    const all = await scorings();
    const chosen = { firstId: 'votes', secondId: 'longest' };
    expect(ids(pairOfScorings(all, chosen, 'own'))).toEqual(['own', 'longest']);
  });
});
