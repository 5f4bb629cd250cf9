import { expect, it } from 'vitest';
import { baselineOf } from './main-arms.ts';

const RAND = { kind: 'rand', label: 'Rand 8' } as const;
const PRAND = { kind: 'prand', label: 'PRand 8' } as const;
const PRS = { kind: 'prs', label: 'PRS 4/4' } as const;

it('is what was asked for, else one of its strategy, else PRand, else the first', () => {
  const arms = [RAND, PRAND, PRS];
  expect(baselineOf(arms, 'PRS 4/4')).toBe(PRS);
  expect(baselineOf(arms, 'Rand 16')).toBe(RAND);
  expect(baselineOf(arms, null)).toBe(PRAND);
  expect(baselineOf([RAND, PRS], null)).toBe(RAND);
  expect(baselineOf([], null)).toBeNull();
});
