import { expect, it } from 'vitest';
import { accountsOf } from '../results/cost-accounts.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../testing/fake-run.ts';
import { isFinished } from '../tree/find-in-tree.ts';

const THOUGHT = '<think> Which words would do? </think>';

/** A run of a draft, a feedback and a refinement by a model that thinks, and what its scorer was given. */
async function thinkingRun(answer: (call: number) => string) {
  const scored: string[] = [];
  const policy = fakePolicy((_, call) => answer(call));
  const rewardModel = fakeRewardModel(({ response }) => {
    scored.push(response);
    return response.length;
  });
  const { tree } = await runToEnd(plantOne('prs', [1, 1]), policy, rewardModel);
  const [arm] = tree.arms;
  return { scored, arm, asked: policy.asked, nodes: (arm?.nodes ?? []).filter(isFinished) };
}

it('a model’s thoughts are neither scored nor sent back, and their tokens are charged', async () => {
  const { scored, arm, asked, nodes } = await thinkingRun(
    (call) => `${THOUGHT} answer ${String(call)}`,
  );
  expect(nodes.map(({ progress }) => progress.text)).toEqual([
    'answer 1 ',
    'answer 2 ',
    'answer 3 ',
  ]);
  expect(nodes.map(({ progress }) => progress.thoughts?.text)).toEqual(
    nodes.map(() => 'Which words would do?'),
  );
  expect(scored).toEqual(['answer 1 ', 'answer 3 ']);
  expect(JSON.stringify(asked.map(({ messages }) => messages))).not.toContain('Which words');
  // Six words of thought and two of answer each.
  expect(nodes.map(({ progress }) => progress.tokens.length)).toEqual([2, 2, 2]);
  expect(arm === undefined ? null : accountsOf(arm).completionTokens).toBe(24);
});

it('a text that was cut off in its thoughts is empty: it is not scored and nothing is refined from it', async () => {
  const { scored, nodes } = await thinkingRun((call) =>
    call === 1 ? `<think> ${'hm '.repeat(400)}`.trim() : 'answer',
  );
  const [draft] = nodes;
  expect(draft?.progress).toMatchObject({ text: '', tokens: [], remarks: ['empty', 'cut-off'] });
  expect(draft?.progress.thoughts?.closed).toBe(false);
  expect(scored).toEqual([]);
});
