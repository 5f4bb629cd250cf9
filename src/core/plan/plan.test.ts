import { describe, expect, it } from 'vitest';
import { fakePlan } from '../testing/fake-run.ts';
import { ARM_KINDS, type ArmKind } from './arms.ts';
import {
  estimateArm,
  estimateRun,
  estimateScoring,
  promptSizes,
  tokensIn,
} from './estimate-cost.ts';
import { armLabel, makeArm } from './make-arm.ts';
import { planNodes } from './plan-nodes.ts';
import {
  CHAT_PROMPTS,
  draftMessages,
  feedbackMessages,
  joinPreference,
} from './prompt-templates.ts';

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
    expect(armLabel(makeArm('prs-feedback-each', 8, [4, 4]))).toBe('PRS, feedback each 4/4');
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

  it('has a feedback for each refinement where the arm says so, each with its own seed', () => {
    const nodes = planNodes(makeArm('prs-feedback-each', 5, [2, 2, 1]), 1);
    expect(nodes.map(({ id, feedbackId }) => [id, feedbackId])).toEqual([
      ['draft-1', null],
      ['draft-2', null],
      ['feedback-1-1', null],
      ['feedback-1-2', null],
      ['refinement-1-1', 'feedback-1-1'],
      ['refinement-1-2', 'feedback-1-2'],
      ['feedback-2-1', null],
      ['refinement-2-1', 'feedback-2-1'],
    ]);
    expect(new Set(nodes.map(({ seed }) => seed)).size).toBe(nodes.length);
    expect(nodes.filter(({ inBudget }) => inBudget)).toHaveLength(5);
  });

  it.each(ARM_KINDS)('of %s conditions refinements on planned feedback of their layer', (kind) => {
    const nodes = planNodes(makeArm(kind, 9, [3, 4, 2]), 1);
    for (const { feedbackId, kind: nodeKind, layer } of nodes) {
      if (feedbackId === null) continue;
      expect(nodeKind).toBe('refinement');
      expect(nodes.find(({ id }) => id === feedbackId)).toMatchObject({ kind: 'feedback', layer });
    }
    const read = new Set(nodes.map(({ feedbackId }) => feedbackId));
    const unread = nodes.filter((node) => node.kind === 'feedback' && !read.has(node.id));
    expect(unread).toEqual([]);
  });

  it('charges every feedback', () => {
    const shared = makeArm('prs', 8, [4, 4]);
    const each = makeArm('prs-feedback-each', 8, [4, 4]);
    const plan = fakePlan([shared, each]);
    const [one, other] = [estimateArm(shared, plan), estimateArm(each, plan)];
    expect(other.calls - one.calls).toBe(3);
    expect(other.mostCompletionTokens - one.mostCompletionTokens).toBe(3 * plan.feedbackMaxTokens);
    expect(other.promptTokens).toBeGreaterThan(one.promptTokens);
  });

  it('reads one answer more for feedback that compares two', () => {
    const [one, two] = [makeArm('prs', 8, [4, 4]), makeArm('tpo', 8, [4, 4])];
    const plan = fakePlan([one, two]);
    const [alone, both] = [promptSizes(one, plan), promptSizes(two, plan)];
    expect(both.feedback - alone.feedback).toBeGreaterThan(plan.sampling.maxTokens);
    expect({ ...both, feedback: 0 }).toEqual({ ...alone, feedback: 0 });
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

describe('a run', () => {
  it('draws and scores once the drafts that several of its arms ask alike', () => {
    const arms = [makeArm('prs', 8, [4, 4]), makeArm('prand', 8, []), makeArm('rand', 8, [])];
    const plan = fakePlan(arms);
    // Nine calls of PRS, the four drafts that PRand has beyond its, and eight of Rand.
    expect(estimateRun(plan).calls).toBe(9 + 4 + 8);
    const messages = draftMessages(plan.prompt, plan.preference);
    const asked = [{ messages, mostTokens: 24, freeWhereSampled: false }];
    expect(estimateScoring(plan, asked).calls).toBe(8 + 4 + 8);
  });

  it('draws a greedy anchor draft beside the others', () => {
    const arms = [makeArm('prand', 2, []), makeArm('prs-0-n', 2, [])];
    expect(estimateRun(fakePlan(arms)).calls).toBe(2 + 4);
  });

  it('is charged the most that an adaptive arm can take: one draft, and feedback for each refinement', () => {
    const arms = [makeArm('prand', 4, []), makeArm('ab-mcts', 4, [])];
    expect(estimateRun(fakePlan(arms)).calls).toBe(4 + 1 + 2 * 3);
    expect(armLabel(makeArm('ab-mcts', 4, [1, 3]))).toBe('AB-MCTS-style 4');
  });
});

describe('scoring a plan', () => {
  const readings = [
    draftMessages('Why is the sky blue?', 'Be brief.'),
    draftMessages('Why is the sky blue?', null),
  ].map((messages) => ({ messages, mostTokens: 24, freeWhereSampled: true }));
  const callsOf = (kind: ArmKind, split: readonly number[]) => {
    const arm = makeArm(kind, 8, split);
    return estimateScoring(fakePlan([arm]), readings).calls;
  };

  it('takes one reading of a draft, whose own chat told the other, and two of a refinement', () => {
    expect(callsOf('prand', [])).toBe(8);
    expect(callsOf('rand', [])).toBe(8);
    expect(callsOf('prs', [4, 4])).toBe(4 + 2 * 4);
    expect(callsOf('prs-0-n', [])).toBe(1 + 2 * 8);
  });

  it('reads so many tokens of each response at most, and the chat before it', () => {
    const arm = makeArm('rand', 1, []);
    const plan = fakePlan([arm]);
    const [withIt] = readings;
    if (withIt === undefined) throw new Error('Two readings were expected.');
    const chat = tokensIn(withIt.messages[0]?.content ?? '');
    const tokensFor = (mostTokens: number | null) =>
      estimateScoring(plan, [{ ...withIt, mostTokens }]).tokens;
    expect(tokensFor(24)).toBe(chat + 24);
    expect(tokensFor(null)).toBe(chat + plan.sampling.maxTokens);
    expect(tokensFor(1_000_000)).toBe(chat + plan.sampling.maxTokens);
  });

  it('is not free for a scorer that asks something else', () => {
    const arm = makeArm('prand', 8, []);
    const [first] = readings;
    const asked = first === undefined ? [] : [{ ...first, freeWhereSampled: false }];
    expect(estimateScoring(fakePlan([arm]), asked).calls).toBe(8);
    expect(estimateScoring(fakePlan([arm]), [])).toEqual({ calls: 0, tokens: 0 });
  });
});

describe('prompts', () => {
  it('put the preference after the prompt with a blank line between', () => {
    expect(joinPreference('x', 'z')).toBe('x\n\nz');
    expect(joinPreference('x', '  ')).toBe('x');
  });

  it('leave a placeholder alone that a person or a model wrote', () => {
    const templates = { ...CHAT_PROMPTS, feedback: '{prompt} / {preference} / {response}' };
    const [, , asked] = feedbackMessages('{response}', '{feedback}', 'y0', templates);
    expect(asked?.content).toBe('{response} / {feedback} / y0');
  });

  it('say what a good answer is where there is no preference', () => {
    const [, , asked] = feedbackMessages('x', '', 'y0', CHAT_PROMPTS);
    expect(asked?.content).toContain('Give a correct, helpful and clear answer.');
  });
});
