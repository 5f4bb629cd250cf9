import { expect, test } from 'vitest';
import type { RewardModel } from '../../src/core/index.ts';
import { createMeanLogProbability } from '../../src/rewards/confidence/mean-log-probability.ts';
import { createLongest } from '../../src/rewards/controls/make-controls.ts';
import { scoreLines } from './score-lines.ts';

async function score(rewardModel: RewardModel, rows: readonly unknown[]) {
  const written: unknown[] = [];
  const complaints: string[] = [];
  async function* lines() {
    await Promise.resolve();
    for (const row of rows) yield typeof row === 'string' ? row : JSON.stringify(row);
  }
  const counts = await scoreLines(lines(), {
    rewardModel,
    write: (line) => {
      written.push(JSON.parse(line));
      return Promise.resolve();
    },
    complain: (sentence) => complaints.push(sentence),
    signal: new AbortController().signal,
  });
  return { written, complaints, counts };
}

const row = { id: 'a', prompt: 'Why?', response: 'Because.' };

test('a row comes back with its reward, and says whether the preference was read', async () => {
  const { written } = await score(createLongest(), [
    { ...row, kept: [1] },
    { ...row, preference: 'Be brief.' },
    { ...row, preference: ' ' },
  ]);
  expect(written).toMatchObject([
    { ...row, kept: [1], reward: 8, breakdown: [{ value: 8 }], conditionedOn: 'prompt' },
    { reward: 8, conditionedOn: 'prompt-and-preference' },
    { reward: 8, conditionedOn: 'prompt' },
  ]);
});

test('a bad row is named by its line, and the others still come', async () => {
  const rows = [row, '', '{', { ...row, response: 3 }, { ...row, id: 'b' }];
  const { written, complaints, counts } = await score(createLongest(), rows);
  expect(written).toMatchObject([{ id: 'a' }, { id: 'b' }]);
  expect(complaints).toEqual([
    'Line 3 is no row: it is not JSON.',
    'Line 4 is no row: the field “response”: expected string, received number.',
  ]);
  expect(counts).toEqual({ scored: 2, unscored: 0, bad: 2 });
});

test('a row that the scorer fails on has no reward, and never a zero', async () => {
  const tokens = [
    { text: 'Be', logProbability: -1 },
    { text: 'cause.', logProbability: -3 },
  ];
  const { written, complaints, counts } = await score(createMeanLogProbability(), [
    { ...row, error: 'an older one' },
    { ...row, tokens, id: 'b' },
  ]);
  expect(written).toMatchObject([
    { id: 'a', reward: null, breakdown: [] },
    { id: 'b', reward: -2 },
  ]);
  expect(written[0]).toHaveProperty('error', expect.stringContaining('probabilities'));
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(/^Line 1, row "a", has no reward: /);
  expect(counts).toEqual({ scored: 1, unscored: 1, bad: 0 });
});
