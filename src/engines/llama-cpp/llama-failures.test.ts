import { expect, test } from 'vitest';
import { ModelLoadError } from '../../core/index.ts';
import {
  explainCodeFailure,
  explainDownloadFailure,
  explainStartFailure,
} from './llama-failures.ts';

test.each([
  [new Error('Failed to fetch https://hub.org/m.gguf: HTTP 404'), 'weights-not-found'],
  [new TypeError('Failed to fetch'), 'connection-lost'],
  [new TypeError('network error'), 'connection-lost'],
  [new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'storage-full'],
  [new Error('Invalid model URL: x; URL must ends with ".gguf"'), 'not-a-model'],
  [new Error('something else'), 'load-failed'],
])('a download that failed is explained: %s', (error, kind) => {
  expect(explainDownloadFailure(error, 'https://hub.org/m.gguf').kind).toBe(kind);
});

test.each([
  ['failed to allocate the cache: ggml: failed to allocate buffer', 'out-of-memory'],
  ['the model did not load: failed to read key-value pairs', 'load-failed'],
])('a start that failed is explained in llama.cpp’s words: %s', (words, kind) => {
  const failure = explainStartFailure(new Error(words));
  expect(failure.kind).toBe(kind);
  if (kind === 'load-failed') expect(failure.message).toContain('failed to read key-value pairs');
});

test.each([
  ['WebAssembly.Memory(): could not allocate memory', 'out-of-memory'],
  ['Failed to fetch dynamically imported module: x', 'connection-lost'],
  ['Aborted(CompileError: expected magic word 00 61 73 6d, found 3c 21 64 6f)', 'connection-lost'],
])('code that did not start is no fault of the model: %s', (words, kind) => {
  const failure = explainCodeFailure(new Error(words));
  expect(failure.kind).toBe(kind);
  expect(failure.message).not.toContain('GGUF');
});

test('what is said already is said once', () => {
  const known = new ModelLoadError('not-a-model', 'No file was chosen.');
  expect(explainStartFailure(known)).toBe(known);
});
