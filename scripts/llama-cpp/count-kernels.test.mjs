// @ts-check
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository-paths.mjs';
import { countDots, FEWEST_IN_KERNELS } from './count-kernels.mjs';

const BINDING = join(repositoryRoot, 'src/engines/llama-cpp/native/llama-binding.wasm');

test('the committed build has llama.cpp’s kernels, and is small', async () => {
  expect(countDots(await readFile(BINDING))).toBeGreaterThanOrEqual(FEWEST_IN_KERNELS);
  expect((await stat(BINDING)).size).toBeLessThan(10_000_000);
});

test('wllama’s own build has none', async () => {
  const wllama = join(repositoryRoot, 'node_modules/@wllama/wllama/esm/wasm/wllama.wasm');
  expect(countDots(await readFile(wllama))).toBeLessThan(FEWEST_IN_KERNELS);
});

test('only code is looked through', () => {
  const dot = [0xfd, 0xba, 0x01];
  const custom = [0, 5, 1, 0x61, ...dot];
  const code = [10, 4, ...dot, 0x0b];
  expect(countDots(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...custom, ...code]))).toBe(1);
  expect(() => countDots(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...custom]))).toThrow(
    'no code',
  );
});
