import { describe, expect, it } from 'vitest';
import type { RewardRequest } from '../../core/index.ts';
import { DEFAULT_JUDGE_PROMPTS } from './judge-prompts.ts';
import { createPairwiseJudge } from './pairwise-judge.ts';
import { fakeJudge, place } from './testing/fake-judge.ts';

const signal = new AbortController().signal;
const rubricText = DEFAULT_JUDGE_PROMPTS.pairwise;

function answer(response: string): RewardRequest {
  return {
    prompt: 'Why?',
    preference: 'Be brief.',
    conditionedOn: 'prompt-and-preference',
    response,
  };
}

const letters = (a: number, b: number) => [
  place(a > b ? 'A' : 'B', [
    ['A', a],
    [' B', b],
  ]),
];

/** Prefers the response that names the good thing, wherever it is shown. */
const fair = () =>
  fakeJudge((content) => {
    const [, shownFirst = ''] = /Answer A:\n(.*)/.exec(content) ?? [];
    return shownFirst.includes('good') ? letters(0.6, 0.2) : letters(0.1, 0.7);
  });

describe('createPairwiseJudge', () => {
  it('finds the better response wherever it is shown, and says by how much in each order', async () => {
    const judge = createPairwiseJudge({ policy: fair(), rubricText });
    const first = await judge.compare(answer('good'), answer('bad'), signal);
    expect(first).toEqual({
      outcome: 'first',
      consistent: true,
      measured:
        'Shown first, the first response leads by 50.0 points (A and B hold 80 % of the probability); shown second, it leads by 75.0 points (80 %)',
    });
    const second = await judge.compare(answer('bad'), answer('good'), signal);
    expect(second).toMatchObject({ outcome: 'second', consistent: true });
  });

  it('asks in both orders', async () => {
    const policy = fair();
    await createPairwiseJudge({ policy, rubricText }).compare(
      answer('good {second}'),
      answer('bad'),
      signal,
    );
    const [asWritten, swapped] = policy.told();
    expect(asWritten).toMatch(/Answer A:\ngood \{second\}\n\nAnswer B:\nbad\n/);
    expect(swapped).toMatch(/Answer A:\nbad\n\nAnswer B:\ngood \{second\}\n/);
    expect(policy.asked).toHaveLength(2);
  });

  it('calls a win and a loss a tie that is not consistent: the judge favours a place', async () => {
    const judge = createPairwiseJudge({ policy: fakeJudge(() => letters(0.9, 0.1)), rubricText });
    const verdict = await judge.compare(answer('good'), answer('bad'), signal);
    expect(verdict).toMatchObject({ outcome: 'tie', consistent: false });
    expect(verdict.measured).toContain('leads by 80.0 points');
    expect(verdict.measured).toContain('trails by 80.0 points');
  });

  it('calls level letters in both orders a consistent tie, in one order an inconsistent one', async () => {
    const level = createPairwiseJudge({ policy: fakeJudge(() => letters(0.4, 0.4)), rubricText });
    expect(await level.compare(answer('x'), answer('y'), signal)).toMatchObject({
      outcome: 'tie',
      consistent: true,
    });
    const policy = fakeJudge((_, call) => (call === 0 ? letters(0.4, 0.4) : letters(0.1, 0.7)));
    const half = createPairwiseJudge({ policy, rubricText });
    expect(await half.compare(answer('x'), answer('y'), signal)).toMatchObject({
      outcome: 'tie',
      consistent: false,
    });
  });

  it('counts a letter that is not seen as nothing, and fails where none is', async () => {
    const onlyA = fakeJudge((_, call) => (call === 0 ? [place('A', [['A', 0.9]])] : letters(0, 1)));
    const judge = createPairwiseJudge({ policy: onlyA, rubricText });
    expect((await judge.compare(answer('x'), answer('y'), signal)).outcome).toBe('first');
    const mute = createPairwiseJudge({
      policy: fakeJudge(() => [place('Both', [['Both', 1]])]),
      rubricText,
    });
    await expect(mute.compare(answer('x'), answer('y'), signal)).rejects.toThrow('none of A or B');
  });

  it('leaves the preference out where the reward reads the prompt alone', async () => {
    const policy = fair();
    const alone = { conditionedOn: 'prompt' } as const;
    await createPairwiseJudge({ policy, rubricText }).compare(
      { ...answer('good'), ...alone },
      { ...answer('bad'), ...alone, preference: 'Another.' },
      signal,
    );
    expect(policy.told().join()).not.toMatch(/preference|brief/);
  });

  it('refuses responses to different prompts, and a text without its placeholders', async () => {
    const policy = fair();
    const judge = createPairwiseJudge({ policy, rubricText });
    const elsewhere = { ...answer('bad'), prompt: 'When?' };
    await expect(judge.compare(answer('good'), elsewhere, signal)).rejects.toThrow('compared');
    const lacking = { policy, rubricText: DEFAULT_JUDGE_PROMPTS.pointwise };
    expect(() => createPairwiseJudge(lacking)).toThrow('{first}, {second}');
  });

  it('does not ask in the second order when it is aborted in the first', async () => {
    const reason = new Error('stopped');
    const controller = new AbortController();
    const policy = fakeJudge(() => {
      queueMicrotask(() => {
        controller.abort(reason);
      });
      return letters(0.6, 0.2);
    });
    const judge = createPairwiseJudge({ policy, rubricText });
    await expect(judge.compare(answer('x'), answer('y'), controller.signal)).rejects.toBe(reason);
    expect(policy.asked).toHaveLength(1);
  });
});
