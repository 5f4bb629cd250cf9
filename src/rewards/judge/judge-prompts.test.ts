import { describe, expect, it } from 'vitest';
import { DEFAULT_JUDGE_PROMPTS, fillJudgePrompt, judgePromptProblem } from './judge-prompts.ts';

const TEXT = 'Question: {prompt}\n\nWish: {preference}\n\nAnswer: {response}\n\nA digit.';
const values = { prompt: 'Why?', response: 'Because.' };

describe('judgePromptProblem', () => {
  it('finds nothing wrong with the default texts', () => {
    expect(judgePromptProblem('pointwise', DEFAULT_JUDGE_PROMPTS.pointwise)).toBeNull();
    expect(judgePromptProblem('pairwise', DEFAULT_JUDGE_PROMPTS.pairwise)).toBeNull();
  });

  it('names every placeholder that is missing', () => {
    expect(judgePromptProblem('pointwise', 'Rate {prompt}.')).toMatch(
      /lacks \{preference\}, \{response\}:/,
    );
    const pairwise = judgePromptProblem('pairwise', DEFAULT_JUDGE_PROMPTS.pointwise);
    expect(pairwise).toMatch(/lacks \{first\}, \{second\}:/);
  });

  it('asks for a blank line where leaving out the preference would take another value with it', () => {
    const crowded = 'Wish: {preference}\nAnswer: {response}\n\nQuestion: {prompt}';
    expect(judgePromptProblem('pointwise', crowded)).toContain(
      '{preference} and {response} share a paragraph',
    );
    expect(judgePromptProblem('pointwise', crowded.replace('\n', '\n \n'))).toBeNull();
  });
});

describe('fillJudgePrompt', () => {
  it('puts the values in their places', () => {
    expect(fillJudgePrompt(TEXT, values, 'Be brief.')).toBe(
      'Question: Why?\n\nWish: Be brief.\n\nAnswer: Because.\n\nA digit.',
    );
  });

  it('leaves out the paragraph of a preference that is not read', () => {
    expect(fillJudgePrompt(TEXT, values, null)).toBe(
      'Question: Why?\n\nAnswer: Because.\n\nA digit.',
    );
  });

  it('leaves placeholders inside a value as they were written', () => {
    const response = 'See {prompt} and {preference}.\n\n$& {response} $1';
    const filled = fillJudgePrompt(TEXT, { prompt: '{response}', response }, '{prompt}');
    expect(filled).toBe(
      `Question: {response}\n\nWish: {prompt}\n\nAnswer: ${response}\n\nA digit.`,
    );
    // Nor does a response lose a paragraph by naming the preference.
    expect(fillJudgePrompt(TEXT, { prompt: 'Why?', response }, null)).toContain(response);
  });

  it('leaves braces that stand for nothing', () => {
    expect(fillJudgePrompt('{constructor} {x} {prompt}', values, null)).toBe(
      '{constructor} {x} Why?',
    );
  });
});
