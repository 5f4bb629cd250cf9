import { expect, test } from 'vitest';
import { explainGenerationFailure } from './generation-failures.ts';
import { readInitReport } from './load-progress.ts';
import { createLogProbabilityMeter } from './log-probability-meter.ts';
import { logProbability } from './measure-token.ts';

test.each([
  [
    'Fetching param cache[3/12]: 45MB fetched. 23% completed, 5 secs elapsed. It can take a while',
    { stage: 'download', loadedBytes: 45 * 2 ** 20, totalBytes: 200, fraction: 0.23 },
  ],
  ['Start to fetch params', { stage: 'download', loadedBytes: null }],
  [
    'Loading model from cache[1/3]: 32MB loaded. 33% completed, 1 secs elapsed.',
    { stage: 'load-from-cache', loadedBytes: 32 * 2 ** 20 },
  ],
  [
    'Loading GPU shader modules[5/60]: 8% completed',
    { stage: 'compile-shaders', totalBytes: null },
  ],
  ['Finish loading on WebGPU - nvidia', { stage: 'start', loadedBytes: null }],
])('a report is read: %s', (text, expected) => {
  expect(readInitReport({ progress: 0.23, text }, 200)).toMatchObject(expected);
});

test('a fraction that is none is unknown', () => {
  expect(readInitReport({ progress: Number.NaN, text: '' }, null).fraction).toBeNull();
});

test('log-probabilities are those of the softmax, without overflow', () => {
  expect(logProbability(Float32Array.of(0, 0, 0, 0), 2)).toBeCloseTo(Math.log(1 / 4), 12);
  expect(logProbability(Float32Array.of(1000, 999), 0)).toBeCloseTo(-Math.log1p(Math.exp(-1)), 9);
  expect(logProbability(Float32Array.of(1000, -1000), 1)).toBe(-2000);
});

test('the meter gives each sampled token once and changes no logit', () => {
  const { processor, take, reset } = createLogProbabilityMeter();
  const logits = Float32Array.of(0, 0);
  expect(processor.processLogits(logits)).toBe(logits);
  processor.processSampledToken(1);
  expect(take()).toEqual([{ token: 1, logProbability: Math.log(1 / 2) }]);
  expect(take()).toEqual([]);
  processor.processSampledToken(0);
  reset();
  expect(take()).toEqual([]);
});

test('the meter forces the tokens that it is told to, and measures what the model thought of them', () => {
  const { processor, take, reset } = createLogProbabilityMeter();
  reset({ forced: [2] });
  // As WebLLM does when a call begins.
  processor.resetState();
  const logits = Float32Array.of(5, 4, 4);
  expect(Array.from(processor.processLogits(logits))).toEqual([-1000, -1000, 1000]);
  processor.processSampledToken(2);
  const [{ logProbability: measured } = { logProbability: 0 }] = take();
  expect(measured).toBeCloseTo(-Math.log(Math.E + 2), 6);
  expect(processor.processLogits(logits)).toBe(logits);
});

test('the meter tells the likeliest tokens in their order where it is asked to', () => {
  const { processor, take, reset } = createLogProbabilityMeter();
  reset({ likeliest: 3 });
  processor.processLogits(Float32Array.of(0, 3, -1, 5, 3));
  processor.processSampledToken(0);
  expect(take()[0]?.likeliest?.map(({ token }) => token)).toEqual([3, 1, 4]);
  processor.processLogits(Float32Array.of(0, 0));
  processor.processSampledToken(1);
  expect(take()[0]?.likeliest).toHaveLength(2);
});

test('an overflow of the context is told with its numbers', () => {
  const error = new Error(
    'Prompt tokens exceed context window size: number of prompt tokens: 5000; context window size: 2048\nConsider',
  );
  const explained = explainGenerationFailure(error);
  expect(explained.kind).toBe('context-overflow');
  expect(explained.message).toMatch(/5000 .* 2048/);
  expect(explainGenerationFailure(new Error('x')).kind).toBe('engine-failed');
});
