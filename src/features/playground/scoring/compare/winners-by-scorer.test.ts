import { describe, expect, it } from 'vitest';
import { treeBy } from '../../../../runs/index.ts';
import { armWinners, isSameChoice, markOf, winnersSentence } from './winners-by-scorer.tsx';
import { pairScores } from './pair-of-scorings.ts';
import { comparedRun, namedScoring } from './testing/compared-run.ts';

describe('the winners of two scorers', () => {
  it('are told by arm, and marked among the responses', async () => {
    const tree = await comparedRun(['a', 'b', 'c', 'd'], ['prand', 'rand']);
    const [first, second] = [
      namedScoring(tree, 'first', [1, 2, 3, 4]),
      namedScoring(tree, 'second', [2, 1, 3, 4]),
    ];
    const winners = armWinners(treeBy(tree, first), treeBy(tree, second));
    expect(winners.map(isSameChoice)).toEqual([false, true]);
    expect(winners[0]).toMatchObject({
      first: { nodeId: 'draft-2', name: 'Draft 2', reward: 2, levelWith: 0 },
      second: { nodeId: 'draft-1', name: 'Draft 1', reward: 2 },
    });
    const pairs = pairScores(tree, first, second);
    expect(pairs.map((pair) => markOf(pair, winners))).toEqual([
      'second-winner',
      'first-winner',
      null,
      'both',
    ]);
    expect(winnersSentence(winners)).toBe(
      'The winner differs in PRand 2; it is the same in Rand 2.',
    );
  });

  it('say when the reward is level, and when there is none', async () => {
    const tree = await comparedRun(['a', 'b', 'c']);
    const [first, second] = [
      namedScoring(tree, 'first', [2, 2, 1]),
      namedScoring(tree, 'second', []),
    ];
    const winners = armWinners(treeBy(tree, first), treeBy(tree, second));
    expect(winners[0]).toMatchObject({ first: { nodeId: 'draft-1', levelWith: 1 }, second: null });
    expect(winners.map(isSameChoice)).toEqual([null]);
    expect(winnersSentence(winners)).toBe('No arm has a winner by both.');
  });
});
