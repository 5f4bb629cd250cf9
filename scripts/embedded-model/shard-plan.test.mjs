// @ts-check
import { expect, test } from 'vitest';
import { planShards } from './shard-plan.mjs';

/** @param {number[]} sizes @param {number} limit */
function plan(sizes, limit) {
  const parameters = sizes.map((size, index) => ({ name: String(index), size }));
  return planShards(parameters, ({ size }) => size, limit).map(({ fileName, bytes, entries }) => ({
    fileName,
    bytes,
    entries: entries.map(({ parameter, byteOffset }) => [parameter.name, byteOffset]),
  }));
}

test('a parameter that would reach the limit starts the next shard', () => {
  expect(plan([4, 3, 3, 2], 10)).toEqual([
    {
      fileName: 'params_shard_0.bin',
      bytes: 7,
      entries: [
        ['0', 0],
        ['1', 4],
      ],
    },
    {
      fileName: 'params_shard_1.bin',
      bytes: 5,
      entries: [
        ['2', 0],
        ['3', 3],
      ],
    },
  ]);
});

test('a large parameter that does not fit gets its own shard, before the open one', () => {
  expect(plan([3, 8, 2], 10)).toEqual([
    { fileName: 'params_shard_0.bin', bytes: 8, entries: [['1', 0]] },
    {
      fileName: 'params_shard_1.bin',
      bytes: 5,
      entries: [
        ['0', 0],
        ['2', 3],
      ],
    },
  ]);
});
