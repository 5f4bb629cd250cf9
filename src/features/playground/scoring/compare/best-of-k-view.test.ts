import { describe, expect, it } from 'vitest';
import {
  bestOfKSentences,
  MOST_LEFT_OUT_IN_TURN,
  pickingPools,
  analyseBestOfK,
  WHOLE_RUN,
} from './best-of-k-view.tsx';
import type { ScoredPair } from './pair-of-scorings.ts';

const names = { first: 'Rubric', second: 'Judge' };

function pairOf(item: number, more: Partial<ScoredPair>): ScoredPair {
  const nodeId = `draft-${String(item)}`;
  return {
    id: `prs/${nodeId}`,
    armId: 'prs',
    nodeId,
    armName: 'PRS 4/4',
    name: `Draft ${String(item)}`,
    inBudget: true,
    text: `Answer ${String(item)}`,
    first: null,
    second: null,
    ...more,
  };
}

function said(first: readonly number[], second: readonly number[]): readonly string[] {
  const pairs = first.map((value, item) =>
    pairOf(item, { first: value, second: second[item] ?? 0 }),
  );
  return bestOfKSentences(analyseBestOfK({ id: WHOLE_RUN, name: '', pairs }), names);
}

it('takes equal responses for one', () => {
  const pair = (item: number, text: string) => pairOf(item, { text, first: item, second: -item });
  const pairs = [pair(1, 'So.'), pair(2, 'Else.'), pair(3, 'So.')];
  const { points } = analyseBestOfK({ id: WHOLE_RUN, name: '', pairs });
  expect(points.map(({ selecting }) => selecting)).toEqual([2, 2]);
});

describe('the pools of a run', () => {
  it('are all arms together and each, without what is outside the budget', () => {
    const pools = pickingPools([
      pairOf(1, {}),
      pairOf(2, { armId: 'rand', armName: 'Rand 8' }),
      pairOf(3, { inBudget: false }),
    ]);
    expect(pools.map(({ name, pairs }) => [name, pairs.length])).toEqual([
      ['Every response of the run', 2],
      ['PRS 4/4', 1],
      ['Rand 8', 1],
    ]);
  });
});

describe('the best of k by one scorer, read by another', () => {
  it('is over-optimisation where the second turns down whoever is left out', () => {
    const sentences = said([1, 2, 3, 4, 5, 6], [1, 4, 5, 3, 1, 0]);
    expect(sentences[0]).toMatch(
      /^From k = \d on, Rubric keeps rising and Judge turns down, from \d\.\d\d to 0\.00: over-optimisation of Rubric, as Judge sees it \(Gao, Schulman & Hilton 2023\)\.$/,
    );
    expect(sentences[1]).toContain('also turns with any one of the 6 responses left out');
    expect(sentences[2]).toContain('Judge is no gold standard');
  });

  it('is told in whole sentences about scorers with a comma in their names', () => {
    const pairs = [1, 2, 3].map((value) => pairOf(value, { first: value, second: value }));
    const analysis = analyseBestOfK({ id: WHOLE_RUN, name: '', pairs });
    const [found] = bestOfKSentences(analysis, { first: 'Rubric, as sampled', second: 'Judge' });
    expect(found).toContain('as k grows to 3 and “Rubric, as sampled” rises, Judge does not');
  });

  it('may be one unlucky response, and is said to', () => {
    const sentences = said([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 0]);
    expect(sentences[0]).toContain('From k = 2 on');
    expect(sentences[1]).toContain('in a pool of 6 this may be one unlucky response');
  });

  it('is not tried with each response left out where the pool is large', () => {
    const first = Array.from({ length: MOST_LEFT_OUT_IN_TURN + 1 }, (_, item) => item);
    const second = first.map((value) => value * (100 - value));
    expect(said(first, second)[1]).toContain('not worked out for so large a pool');
  });

  it('is no over-optimisation where the second rises too, or either is flat', () => {
    expect(said([1, 2, 3], [4, 5, 6]).join()).toContain('The curve does not turn');
    expect(said([1, 1, 1], [4, 5, 6])).toEqual([
      'Rubric gives all 3 the same reward, so it picks nothing.',
    ]);
    expect(said([1, 2, 3], [5, 5, 5]).join()).toContain('its curve is flat and does not turn');
  });

  it('leaves out a response that one of them has no reward for', () => {
    const pairs = [pairOf(1, { first: 1, second: 1 }), pairOf(2, { first: 2 })];
    expect(analyseBestOfK({ id: WHOLE_RUN, name: '', pairs }).points).toHaveLength(1);
  });
});
