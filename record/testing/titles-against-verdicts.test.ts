import { expect, it } from 'vitest';
import { contradictions } from './titles-against-verdicts.ts';

const drafts = { kind: 'prand', label: 'PRand 16' } as const;
const facts = { leaders: [drafts], prs: { winnerIs: 'draft' } } as const;

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
});

it.each([
  ['PRS 8/8', 'prs'],
  ['TPO-style 8/8', 'tpo'],
  ['AB-MCTS-style 16', 'ab-mcts'],
] as const)('lets a title praise refining where %s leads, since it refines', (label, kind) => {
  const leaders = [{ kind, label }, drafts];
  const title = 'Refining without feedback ends 0.36 above';
  expect(contradictions(title, { ...facts, leaders })).toEqual([]);
});
