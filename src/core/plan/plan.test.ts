import { describe, expect, it } from 'vitest';
import { fakePlan } from '../testing/fake-run.ts';
import { estimateArm } from './estimate.ts';
import { armLabel, makeArm } from './make-arm.ts';
import { planNodes } from './plan-nodes.ts';
import { DEFAULT_PROMPTS, feedbackMessages, joinPreference } from './prompt-templates.ts';

describe('an arm', () => {
  it('refuses a split that is not one of the budget', () => {
    expect(() => makeArm('prs', 8, [4, 3])).toThrow(
      'The split 4/3 should be whole numbers that sum to the budget 8.',
    );
    expect(() => makeArm('prs', 8, [9, -1])).toThrow(RangeError);
    expect(() => makeArm('rand', 0, [])).toThrow('positive whole number');
  });

  it('is written as people write it', () => {
    expect(armLabel(makeArm('prs', 8, [4, 2, 2]))).toBe('PRS 4/2/2');
    expect(armLabel(makeArm('rand', 8, [4, 4]))).toBe('Rand 8');
    expect(armLabel(makeArm('prs-0-n', 8, []))).toBe('PRS (0, 8)');
  });
});

describe('the plan of an arm', () => {
  it('has no feedback where a layer has no refinements', () => {
    expect(planNodes(makeArm('prs', 3, [2, 0, 1]), 1).map(({ id }) => id)).toEqual([
      'draft-1',
      'draft-2',
      'feedback-2',
      'refinement-2-1',
    ]);
    expect(planNodes(makeArm('prs', 2, [2, 0]), 1).map(({ id }) => id)).toEqual([
      'draft-1',
      'draft-2',
    ]);
  });

  it('puts one greedy anchor draft outside the budget where there are no drafts', () => {
    const [anchor, feedback, ...refinements] = planNodes(makeArm('prs-0-n', 2, []), 1);
    expect(anchor).toMatchObject({ id: 'anchor-draft', inBudget: false, greedy: true });
    expect(feedback?.kind).toBe('feedback');
    expect(refinements).toHaveLength(2);
  });

  it('is estimated by its calls and by the most it can write', () => {
    const arm = makeArm('prs', 8, [4, 4]);
    const plan = fakePlan([arm]);
    expect(estimateArm(arm, plan)).toMatchObject({
      calls: 9,
      mostCompletionTokens: 8 * plan.sampling.maxTokens + plan.feedbackMaxTokens,
    });
  });
});

describe('prompts', () => {
  it('put the preference after the prompt with a blank line between', () => {
    expect(joinPreference('x', 'z')).toBe('x\n\nz');
    expect(joinPreference('x', '  ')).toBe('x');
  });

  it('leave a placeholder alone that a person or a model wrote', () => {
    const templates = { ...DEFAULT_PROMPTS, feedback: '{prompt} / {preference} / {response}' };
    const [, , asked] = feedbackMessages('{response}', '{feedback}', 'y0', templates);
    expect(asked?.content).toBe('{response} / {feedback} / y0');
  });

  it('say what a good answer is where there is no preference', () => {
    const [, , asked] = feedbackMessages('x', '', 'y0', DEFAULT_PROMPTS);
    expect(asked?.content).toContain('Give a correct, helpful and clear answer.');
  });
});
