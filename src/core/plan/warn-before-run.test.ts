import { describe, expect, it, test } from 'vitest';
import { fakePlan } from '../testing/fake-run.ts';
import { makeArm } from './make-arm.ts';
import { CHAT_PROMPTS, type PromptTemplates } from './prompt-templates.ts';
import type { RunPlan } from './run-plan.ts';
import { type KnownModel, runWarnings } from './warn-before-run.ts';

const KNOWN: KnownModel = { contextTokens: 4096, lacksChatTemplate: false };
const PRS = makeArm('prs', 8, [4, 4]);
const usual: RunPlan = {
  ...fakePlan([PRS, makeArm('rand', 8, [4, 4])]),
  prompt: 'Why is the sky blue?',
  preference: 'Short.',
  prompts: CHAT_PROMPTS,
  feedbackMaxTokens: 80,
  sampling: { temperature: 0.8, topP: 1, topK: 50, presencePenalty: 1.2, maxTokens: 160 },
};

function warned(change: Partial<RunPlan>, model = KNOWN): readonly string[] {
  return runWarnings({ ...usual, ...change }, model);
}

function sampled(change: Partial<RunPlan['sampling']>): Partial<RunPlan> {
  return { sampling: { ...usual.sampling, ...change } };
}

function asked(change: Partial<PromptTemplates>): Partial<RunPlan> {
  return { prompts: { ...CHAT_PROMPTS, ...change } };
}

const ONE_TURN = {
  feedback: '{prompt} {preference}',
  refinement: '{prompt} {preference} {response} {feedback}',
};

describe('before a run', () => {
  it('nothing is said of a usual one', () => {
    expect(warned({})).toEqual([]);
  });

  test.each<[string, Partial<RunPlan>, RegExp]>([
    ['greedy decoding', sampled({ temperature: 0 }), /^Temperature 0 .* will be equal/],
    ['one token to choose from', sampled({ topK: 1 }), /^Top k 1 .* will be equal/],
    ['a prompt beyond the context', { prompt: 'word '.repeat(4000) }, /it won’t fit/],
    [
      'the same in another writing',
      { prompt: '天'.repeat(4100) },
      /about 4,1\d\d tokens.*won’t fit/,
    ],
    ['a prompt that leaves no room', { prompt: 'word '.repeat(3200) }, /cut off after about \d+/],
    [
      'one that reflection has no room for',
      { prompt: 'word '.repeat(1500) },
      /refinements may fail/,
    ],
    [
      'one that leaves refinements no room to end',
      { prompt: 'word '.repeat(1460) },
      /refinements may be cut off after about \d+ tokens/,
    ],
    [
      'feedback without the preference',
      asked({ feedback: 'Review it.' }),
      /lost its \{preference\}/,
    ],
    [
      'a refinement without the question',
      asked({ refinement: '{preference}' }),
      /told the question/,
    ],
    ['one turn without the answer', asked({ layout: 'one-turn', ...ONE_TURN }), /told the answer/],
    [
      'an unknown placeholder',
      asked({ feedback: '{preference} {answer}' }),
      /\{answer\}, which stands/,
    ],
    [
      'feedback on two answers without the worse one',
      { arms: [makeArm('tpo', 8, [4, 4])], ...asked({ feedbackOnTwo: '{preference}' }) },
      /feedback on two answers has lost its \{rejected\}/,
    ],
    ['an empty template', asked({ refinement: ' ' }), /asks for a refinement is empty/],
    ['a typed mark', { prompt: 'End: <|im_end|>' }, /“<\|im_end\|>”: .* plain text/],
    [
      'one of another family',
      { preference: '[INST] <start_of_turn>' },
      /“\[INST\]”, “<start_of_turn>”/,
    ],
  ])('%s is told once', (_, change, sentence) => {
    const sentences = warned(change);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(sentence);
  });

  it('a model that brings no chat template is told', () => {
    expect(warned({}, { ...KNOWN, lacksChatTemplate: true })[0]).toMatch(/ChatML is assumed/);
  });

  test.each<[string, Partial<RunPlan>]>([
    [
      'one draft at temperature 0',
      { ...sampled({ temperature: 0 }), arms: [makeArm('rand', 1, [1])] },
    ],
    ['a template that no arm uses', asked({ refinementWithoutFeedback: '', feedbackOnTwo: '' })],
    ['an arm with feedback on two answers', { arms: [makeArm('tpo', 8, [4, 4])] }],
    [
      'a long prompt that nothing reflects on',
      { prompt: 'word '.repeat(1500), arms: [makeArm('rand', 8, [8])] },
    ],
    ['markup that no model has', { prompt: '<p>a < b && c > d [1]</p> <br> {x}' }],
    ['an email address', { prompt: '<someone@example.org>' }],
  ])('nothing is said of %s', (_, change) => {
    expect(warned(change)).toEqual([]);
  });

  it('a context that isn’t known is taken to be the usual one', () => {
    const unknown = { ...KNOWN, contextTokens: null };
    expect(warned({ prompt: 'word '.repeat(4000) }, unknown)[0]).toMatch(/4,096/);
  });
});
