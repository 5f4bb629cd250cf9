import { expect, it } from 'vitest';
import type { SampledToken } from '../../src/core/index.ts';
import { differenceOf, partingOf } from './compare-tokens.ts';

const token = (text: string, logProbability: number, other?: [string, number]): SampledToken => ({
  text,
  logProbability,
  ...(other === undefined
    ? {}
    : {
        topLogProbabilities: [
          { text, logProbability },
          { text: other[0], logProbability: other[1] },
        ],
      }),
});

it('two answers part at their first other token, by what each found of the other’s', () => {
  const one = [token('A', -0.1), token(' b', -0.7, [' c', -0.75])];
  const other = [token('A', -0.3), token(' c', -0.7, [' x', -3]), token('!', -1)];
  const parting = partingOf(one, other);
  expect(parting).toMatchObject({ place: 1, one: ' b', other: ' c' });
  expect(parting?.gaps[0]).toBeCloseTo(0.05);
  expect(parting?.gaps[1]).toBe(null);
  expect(partingOf(one, [token('A', -0.2), token(' b', -0.6)])).toBe(null);
});

it('an answer that ends sooner parts where it ends', () => {
  expect(partingOf([token('A', -1)], [token('A', -1), token('b', -1)])).toEqual({
    place: 1,
    one: '(end)',
    other: 'b',
    gaps: [null, null],
  });
});

it('readings differ by what stands with each token, where both have a figure', () => {
  const read: [SampledToken[], SampledToken[]] = [
    [token('a', -1), token('b', -2), { text: 'c', logProbability: null }],
    [token('a', -1.5), token('b', -1.9), token('c', -4)],
  ];
  const { tokens, mean, most } = differenceOf([read]);
  expect(tokens).toBe(2);
  expect(mean).toBeCloseTo(0.3);
  expect(most).toBeCloseTo(0.5);
  expect(() => differenceOf([[[token('ab', -1)], [token('a', -1), token('b', -1)]]])).toThrow(
    'tokenizers differ',
  );
});
