import { describe, expect, it } from 'vitest';
import { treeBy } from '../../../../runs/index.ts';
import { countWords, lengthSentences, analyseLength } from './reward-against-length-view.tsx';
import { pairScores } from './pair-of-scorings.ts';
import { comparedRun, namedScoring } from './testing/compared-run.ts';

const TEXTS = ['one', 'two words', 'now three words'];

async function said(
  rewards: readonly (number | null)[],
  texts: readonly string[] = TEXTS,
): Promise<readonly string[]> {
  const tree = await comparedRun(texts);
  const scoring = namedScoring(tree, 'Rubric', rewards);
  const pairs = pairScores(tree, scoring, scoring);
  return lengthSentences(analyseLength(treeBy(tree, scoring), pairs), 'Rubric');
}

describe('reward and length', () => {
  it('counts words by white space', () => {
    expect(countWords('  Well-known,\nit’s 3.5 \t')).toBe(3);
    expect(countWords(' ')).toBe(0);
  });

  it('has a slope per word, and a control that would choose the same where it is high', async () => {
    expect(await said([0.5, 0.52, 0.54])).toEqual([
      'Slope +0.02 reward per word, correlation 1.00 (Pearson, n = 3 responses). Words are what white space parts.',
      'That is high: a control that only picks the longest would choose much the same.',
      'Pick-longest chooses the winner by Rubric in 1 of 1 arm.',
    ]);
  });

  it('says when the short ones win, and when length says little', async () => {
    const [slope, control] = await said([3, 2, 1]);
    expect(slope).toContain('Slope −1 reward per word, correlation −1.00');
    expect(control).toContain('picking only the shortest would choose much the same');
    expect((await said([1, 3, 1]))[1]).toBe(
      'Pick-longest chooses the winner by Rubric in 0 of 1 arm.',
    );
  });

  it('has no slope where one response or none has a reward', async () => {
    const few = 'Fewer than two responses have a reward by Rubric, so there is no slope.';
    expect((await said([1, null, null]))[0]).toBe(few);
    expect((await said([null, null, null]))[0]).toBe(few);
  });

  it('has no slope where all are as long or as good, and leaves out the unscored', async () => {
    expect((await said([1, 2], ['one', 'two']))[0]).toContain('the same number of words');
    expect((await said([1, 1, 1]))[0]).toContain('the same reward at any length');
    expect((await said([1, 2, null])).at(-1)).toBe(
      'Left out: 1 response that Rubric has no reward for.',
    );
  });
});
