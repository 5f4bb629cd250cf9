// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeRewardModel, plantOne } from '../../../core/testing/fake-run.ts';
import type { NodeScoring, TreeNode } from '../../../core/index.ts';
import { rubric } from '../../../rewards/rubric/rubric-scorer.ts';
import { NodeReward } from './reward-factors-and-call.tsx';

const { description: rewardModel } = fakeRewardModel(() => 0);

function shown(scoring: NodeScoring): string {
  const [arm] = plantOne('rand', [1]).arms;
  const node = arm?.nodes[0];
  if (arm === undefined || node === undefined) throw new Error('no node');
  const scored: TreeNode = { ...node, scoring };
  return render(<NodeReward arm={arm} node={scored} rewardModel={rewardModel} />).container
    .textContent;
}

afterEach(cleanup);

describe('the reward of a response', () => {
  const reward = { value: 2, breakdown: [], conditionedOn: 'prompt' } as const;
  const scored = { status: 'scored', reward, otherReward: null } as const;

  it('says why the other way has none', () => {
    const text = shown({ ...scored, otherProblem: 'The answer had no digits.' });
    expect(text).toContain('Not scored against prompt and preference: The answer had no digits.');
  });

  it('says what each part measures that is a scorer by itself', () => {
    const { about } = rubric;
    const part = { label: 'Rubric', value: 2, measured: 'It gave 2.' };
    const breakdown = [
      { ...part, id: 'rubric' },
      { ...part, id: 'hangs-together', label: 'Hangs together' },
    ];
    const text = shown({ ...scored, reward: { ...reward, breakdown } });
    expect(text.split(about)).toHaveLength(2);
    expect(text.indexOf(about)).toBeLessThan(text.indexOf('Hangs together'));
  });

  it('says nothing of another way that was not asked for', () => {
    expect(shown(scored)).toContain('the prompt alone');
    expect(shown(scored)).not.toContain('Not scored');
  });
});
