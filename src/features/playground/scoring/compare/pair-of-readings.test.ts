import { describe, expect, it } from 'vitest';
import type { Reading } from '../readings.ts';
import { choose, pairOfReadings } from './pair-of-readings.ts';
import { comparedRun, readingOf } from './testing/compared-run.ts';

const nobody = { firstId: null, secondId: null };

async function readings(): Promise<readonly Reading[]> {
  const tree = await comparedRun(['a', 'b']);
  const own = readingOf(tree, 'own', []);
  const again = readingOf(tree, 'again', []);
  return [
    own,
    { ...again, scoring: { ...again.scoring, rewardModel: own.scoring.rewardModel } },
    readingOf(tree, 'judge', []),
    readingOf(tree, 'longest', [], { atOnce: true }),
  ];
}

function ids(pair: ReturnType<typeof pairOfReadings>): readonly (string | undefined)[] {
  return [pair?.first.id, pair?.second.id];
}

describe('the two scorers to compare', () => {
  it('begin with the tree’s own reading and another scorer that was asked', async () => {
    const all = await readings();
    expect(ids(pairOfReadings(all, nobody, 'own'))).toEqual(['own', 'judge']);
    expect(ids(pairOfReadings(all, nobody, 'longest'))).toEqual(['longest', 'judge']);
    const [own, again, , longest] = all;
    const few = [own, again, longest].filter((each) => each !== undefined);
    expect(ids(pairOfReadings(few, nobody, 'own'))).toEqual(['own', 'longest']);
    expect(pairOfReadings(all.slice(0, 1), nobody, 'own')).toBeNull();
  });

  it('follow the tree’s reading until the first is chosen, and never are one twice', async () => {
    const all = await readings();
    const chosen = { firstId: null, secondId: 'judge' };
    expect(ids(pairOfReadings(all, chosen, 'longest'))).toEqual(['longest', 'judge']);
    expect(ids(pairOfReadings(all, chosen, 'judge'))).toEqual(['own', 'judge']);
  });

  it('swap when a side takes what stands on the other', async () => {
    const all = await readings();
    const pair = pairOfReadings(all, nobody, 'own');
    if (pair === null) throw new Error('no pair');
    expect(choose(pair, 'first', 'judge')).toEqual({ firstId: 'judge', secondId: 'own' });
    expect(choose(pair, 'second', 'own')).toEqual({ firstId: 'judge', secondId: 'own' });
    expect(choose(pair, 'second', 'longest')).toEqual({ firstId: 'own', secondId: 'longest' });
  });

  it('fall back where a chosen one is gone', async () => {
    const all = await readings();
    const chosen = { firstId: 'votes', secondId: 'longest' };
    expect(ids(pairOfReadings(all, chosen, 'own'))).toEqual(['own', 'longest']);
  });
});
