import { describe, expect, it } from 'vitest';
import { agreementLabel, agreementSentences, leftOutSentence } from './scorer-agreement-view.tsx';
import { pairScores, type ScoredPair } from './pair-of-scorings.ts';
import { comparedRun, namedScoring } from './testing/compared-run.ts';

const names = { first: 'Rubric', second: 'Judge' };

async function paired(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
): Promise<readonly ScoredPair[]> {
  const tree = await comparedRun(first.map((_, index) => `text ${String(index)}`));
  return pairScores(tree, namedScoring(tree, 'first', first), namedScoring(tree, 'second', second));
}

describe('how far two scorers agree', () => {
  it('is said with n, τ and the share of pairs', async () => {
    const pairs = await paired([1, 2, 2, 3, 5], [2, 1, 3, 3, 4]);
    // ρ 7.25 / 9.5, τ-b 6 / 9, 7 of 8 ordered pairs alike; 1.96 / √4.
    expect(agreementSentences(pairs, names)).toEqual([
      'Rank correlation (Spearman) 0.76, n = 5 responses; Kendall’s τ 0.67; 88 % of pairs in the same order (chance 50 %, 2 pairs level by one of them left out).',
      'Two unrelated scorers get beyond ±0.98 once in twenty pools of this size.',
    ]);
    expect(agreementLabel(pairs, names)).toBe(
      'Rubric against Judge, 5 responses, rank correlation 0.76',
    );
  });

  it('is opposite with a real minus, and says when there are too few', async () => {
    const [first, second] = agreementSentences(await paired([1, 2, 3], [3, 2, 1]), names);
    expect(first).toContain('(Spearman) −1.00, n = 3 responses; Kendall’s τ −1.00; 0 % of pairs');
    expect(first).toContain('(chance 50 %).');
    expect(second).toBe('So few responses tell nothing of how two scorers agree.');
  });

  it('is undefined where one of them tells nothing apart', async () => {
    expect(agreementSentences(await paired([1, 2, 3], [4, 4, 4]), names)).toEqual([
      'Judge gives all 3 responses the same reward, so there is no order to compare.',
    ]);
  });

  it('leaves out what one of them has no reward for, and says how many', async () => {
    const pairs = await paired([1, null, 3, null], [1, 2, null, null]);
    expect(leftOutSentence(pairs, names)).toBe(
      'Left out: 3 of 4 responses. Rubric has no reward for 2, Judge for 2; no reward is not a zero.',
    );
    expect(leftOutSentence(await paired([1], [1]), names)).toBeNull();
  });
});
