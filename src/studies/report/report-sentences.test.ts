import { expect, it } from 'vitest';
import type { BandPoint } from '../../core/index.ts';
import { bestSplit } from './report-sentences.ts';

const band = (mean: number, low: number, high: number): BandPoint => ({
  mean,
  interval: { low, high },
});

it('tells splits apart by their differences on the same prompts, not by their own bands', () => {
  const wide = band(1, 0, 2);
  const splits = [
    { drafts: 0, reward: wide, belowBest: band(0.2, 0.1, 0.3), sampled: 9 },
    { drafts: 1, reward: wide, belowBest: band(0.2, -0.1, 0.5), sampled: 9 },
    { drafts: 2, reward: band(1.2, 0.2, 2.2), belowBest: null, sampled: 9 },
  ];
  const [sentence] = bestSplit({ name: 'PRS', prompts: 9, splits }, 2);
  expect(sentence).toContain('of them 2/0 has the highest mean');
  expect(sentence).toContain('1 of the 2 others can’t be told apart from it');
});
