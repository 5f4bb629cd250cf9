import { expect, it } from 'vitest';
import { keptToken } from './sample-node.ts';

it('rounds each log-probability to four decimals', () => {
  const likeliest = [
    { text: 'a', logProbability: -0.00004 },
    { text: 'b', logProbability: -10.123456789 },
    { text: 'c', logProbability: Number.NEGATIVE_INFINITY },
  ];
  expect(
    keptToken({ text: 'a', logProbability: -0.12344999, topLogProbabilities: likeliest }),
  ).toStrictEqual({
    text: 'a',
    logProbability: -0.1234,
    topLogProbabilities: [
      { text: 'a', logProbability: 0 },
      { text: 'b', logProbability: -10.1235 },
      { text: 'c', logProbability: Number.NEGATIVE_INFINITY },
    ],
  });
});

it('leaves out what it was not told', () => {
  expect(keptToken({ text: '', logProbability: null })).toStrictEqual({
    text: '',
    logProbability: null,
  });
});
