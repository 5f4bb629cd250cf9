import { describe, expect, it } from 'vitest';
import { analyseBothWays, bothWaysSentences } from './with-and-without-preference-view.tsx';
import { comparedRun, namedScoring, type TwoWays } from './testing/compared-run.ts';

async function read(given: readonly (TwoWays | null)[]) {
  const tree = await comparedRun(given.map((_, index) => `text ${String(index)}`));
  return analyseBothWays(tree, namedScoring(tree, 'Judge', given));
}

async function said(given: readonly (TwoWays | null)[]): Promise<readonly string[]> {
  return bothWaysSentences(await read(given), 'Judge');
}

describe('rewards with z and without', () => {
  it('are told apart by what they were read against, with a winner each', async () => {
    const given = [
      { with: 1, without: 3 },
      { with: 2, without: 1 },
    ];
    const { pairs, winners } = await read(given);
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [1, 3],
      [2, 1],
    ]);
    expect(winners[0]).toMatchObject({ first: { name: 'Draft 2' }, second: { name: 'Draft 1' } });
    expect(await said(given)).toEqual([
      'Reading z changes the reward by −0.50 on average, from −2.00 to +1.00, n = 2 responses.',
      'The winner differs in PRand 2.',
    ]);
  });

  it('are the same ones when the scoring that decided left z out', async () => {
    const tree = await comparedRun(['a', 'b']);
    const scoring = namedScoring(tree, 'Judge', [
      { with: 1, without: 3 },
      { with: 2, without: 1 },
    ]);
    const turned = scoring.outcomes.map((outcome) => {
      const { status } = outcome.scoring;
      if (status !== 'scored' || outcome.scoring.otherReward === null) return outcome;
      const { reward, otherReward } = outcome.scoring;
      return { ...outcome, scoring: { status, reward: otherReward, otherReward: reward } };
    });
    const other = { ...scoring, conditionedOn: 'prompt', outcomes: turned } as const;
    expect(analyseBothWays(tree, other)).toEqual(analyseBothWays(tree, scoring));
  });

  it('are not subtracted where a blend has a scale for each', async () => {
    const tree = await comparedRun(['a', 'b']);
    const scoring = namedScoring(tree, 'Blend', [
      { with: 1, without: 3 },
      { with: 2, without: 1 },
    ]);
    const rewardModel = { ...scoring.rewardModel, id: 'embedded-blend' };
    const read = analyseBothWays(tree, { ...scoring, rewardModel });
    expect(read.compares).toBe(false);
    expect(bothWaysSentences(read, 'Blend')).toEqual([
      'Blend has one recipe with z and another without, each on its own scale: the difference between the two rewards means nothing. Its winners can be compared.',
      'The winner differs in PRand 2.',
    ]);
  });

  it('say how to get both where there is one way only', async () => {
    expect(await said([{ with: 1, without: null }, null])).toEqual([
      'Judge scored this run one way, with z only. To have both, score it again with “Also the other way”.',
    ]);
    expect((await said([{ with: null, without: 1 }]))[0]).toContain('without z only');
    expect(await said([null])).toEqual(['Judge has no reward for any response.']);
  });

  it('say how many lack one, and when z changes nothing', async () => {
    const some = await said([
      { with: 1, without: 1 },
      { with: 2, without: null },
    ]);
    expect(some[0]).toContain('the preference changes nothing in its rewards');
    expect(some[1]).toContain('Not read both ways: 1 of 2 responses');
  });
});
