import { expect, it } from 'vitest';
import type { Candidate } from './candidates.ts';
import { rankCandidates } from './choice.ts';
import type { ArmResult, Result } from './result-file.ts';

const arm = (name: ArmResult['arm'], rewards: readonly number[]): ArmResult => ({
  ...{ arm: name, anchor: 0, copies: 0 },
  ...{ blend: rewards, rubric: rewards },
});

/** A wish in which the best of PRand has 2. */
function resultWith(prompts: Candidate['prompts'], best: number, seed = 1): Result {
  return {
    ...{ half: 'tuning', promptId: 'sleep', place: 0, seed },
    ...{ prompts, sampling: 'presence-0', chooser: 'blend' },
    arms: [
      arm('rand', [1, 1, 1, 1]),
      arm('prand', [1, 1, 2, 1]),
      arm('prs', [1, 1, best, 1]),
      arm('prs-without-feedback', [1, 1, 1, 1]),
    ],
  };
}

const namesOf = (results: readonly Result[]): readonly string[] =>
  rankCandidates(results).map(({ candidate }) => candidate.prompts);

it('puts the greatest difference first, on wishes that all candidates have', () => {
  const results = [resultWith('chat', 2), resultWith('question last', 3), resultWith('chat', 9, 2)];
  expect(namesOf(results)).toEqual(['question last', 'chat']);
});

it('chooses none whose refinements don’t read the question, or that the page’s scorer sees below PRand', () => {
  const results = [
    resultWith('chat', 1),
    resultWith('rewriting', 4),
    resultWith('question last', 2),
  ];
  expect(namesOf(results)).toEqual(['question last', 'rewriting', 'chat']);
});
