import { expect, it } from 'vitest';
import { verdictFacts } from '../../../core/index.ts';
import { finished, literalArm } from '../../../viz/testing/literal-arms.ts';
import { quoteOfNothing } from './feedback-quotes.ts';

const PLAN = { prompt: 'Why walk every day?', preference: 'Answer in one short sentence.' };

function quoteIn(feedback: string): string | null | undefined {
  const arm = literalArm({
    ...{ kind: 'prs', split: [1, 1], rewards: { 'draft-1': 1, 'refinement-1-1': 2 } },
    progress: {
      'draft-1': finished('Walking is good for the heart, and it costs nothing.'),
      'feedback-1': finished(feedback),
    },
    ...{ anchors: ['draft-1'], winnerId: 'refinement-1-1' },
  });
  const [outcome] = verdictFacts([arm]).outcomes;
  return outcome && quoteOfNothing(outcome, PLAN);
}

it('finds what a feedback quotes that neither its anchor nor the person wrote', () => {
  expect(quoteIn('Drop “it is a foundation of health”.')).toBe('it is a foundation of health');
  expect(quoteIn('It says "Good for the heart"; instead of "walks are free", write less.')).toBe(
    'walks are free',
  );
});

it('finds nothing where the quote is there, however it is written, or is a name of a word or two', () => {
  expect(quoteIn('Keep “WALKING is good for…”')).toBe(null);
  expect(quoteIn('Keep “Good for the HEART”; it asks for “one short sentence”.')).toBe(null);
  expect(quoteIn('Say “Why walk every day?” first, and leave out “very much”.')).toBe(null);
  expect(quoteIn('Add "supports a healthier lifestyle"; you could say “walks are free”.')).toBe(
    null,
  );
  expect(quoteIn('Drop “walking is … for everybody alive”.')).toBe(null);
  expect(quoteIn('No quotes.')).toBe(null);
});
