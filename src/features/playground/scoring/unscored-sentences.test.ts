import { describe, expect, it } from 'vitest';
import type { NodeScoring } from '../../../core/index.ts';
import { unscoredSentences } from './shown-scoring-field.tsx';

const reward = { value: 1, breakdown: [], conditionedOn: 'prompt' } as const;
const whole: NodeScoring = { status: 'scored', reward, otherReward: null };
const half: NodeScoring = { ...whole, otherProblem: 'Too long.' };
const failed = (message: string): NodeScoring => ({ status: 'failed', message });

function said(scorings: readonly NodeScoring[]): readonly string[] {
  const rewardModel = { id: 'one', name: 'One', version: 1, summary: '', settings: {} };
  const outcomes = scorings.map((scoring, index) => ({
    response: { armId: 'prs', nodeId: `draft-${String(index)}` },
    scoring,
  }));
  return unscoredSentences({ id: 's', rewardModel, conditionedOn: 'prompt', outcomes });
}

describe('what a scorer did not give', () => {
  it('is nothing where it gave all', () => {
    expect(said([whole, whole])).toEqual([]);
  });

  it('is a response that it failed on, with the reason', () => {
    expect(said([whole, failed('No digits.')])).toEqual([
      'One response is unscored: No digits. Nothing counts as zero: they can’t be anchor or winner.',
    ]);
    expect(said([failed('No digits.'), failed('Gone.')])[0]).toMatch(
      /^2 are unscored: No digits\. \(and other reasons\) /,
    );
  });

  it('is the other way too, where it was asked for', () => {
    expect(said([half, whole, half])).toEqual([
      '2 were not scored the other way: Too long. No choice depends on it.',
    ]);
    expect(said([half, failed('Gone.')])).toHaveLength(2);
  });
});
