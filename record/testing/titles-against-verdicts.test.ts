import { expect, it } from 'vitest';
import { contradictions } from './titles-against-verdicts.ts';

const facts = { leaders: ['PRand 16'], prs: { winnerIs: 'draft' } } as const;

it('finds what a verdict contradicts', () => {
  expect(contradictions('A refinement wins, yet it is short', facts)).toEqual([
    'A refinement wins',
  ]);
  expect(contradictions('A draft wins', facts)).toEqual([]);
  expect(contradictions('PRS’s best split is 0/16: 4.94 above half and half', facts)).toEqual([
    'best split',
  ]);
  expect(contradictions('PRS’s best split is 0/16, where PRand 16 wins', facts)).toEqual([]);
  expect(contradictions('PRS’s best split is 0/16, where Rand 16 wins', facts)).toEqual([
    'where Rand 16 wins',
    'best split',
  ]);
  const led = { ...facts, leaders: ['PRS 8/8', 'PRand 16'] };
  expect(contradictions('Refining without feedback ends 0.36 above', led)).toEqual([]);
});
