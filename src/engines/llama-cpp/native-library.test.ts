import { expect, test } from 'vitest';
import { PAPER_SAMPLING } from '../../core/index.ts';
import { explainEngineFailure, explainStartFailure } from './llama-failures.ts';
import { NativeLibrary } from './native-library.ts';
import { createFakeNative } from './testing/fake-native.ts';

const FILE = [new Blob(['GGUF'])];

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return explainEngineFailure(error).message;
  }
  return 'nothing was thrown';
}

test('a text that there is no memory for is a sentence, and nothing is written to nowhere', () => {
  const { native, memory } = createFakeNative();
  const library = new NativeLibrary(native, FILE, 1);
  memory.isFull = true;
  const start = native.HEAPU8.slice(0, 64);
  const sentences = [
    () => library.tokenise('A text.', { marks: false, whole: false }),
    () => {
      library.read([{ token: 1, place: 0, sequence: 0, wanted: true }]);
    },
    () => library.logProbabilities(0, 1, 0),
    () => library.makeDrawer(PAPER_SAMPLING, 1),
  ].map(messageOf);
  expect(new Set(sentences)).toEqual(
    new Set([expect.stringMatching(/^The model has no memory left for this text\./)]),
  );
  expect(native.HEAPU8.slice(0, 64)).toEqual(start);
  memory.isFull = false;
  expect(library.tokenise('Hi', { marks: false, whole: false })).toEqual([72, 105]);
});

test('a failure of the C++ code to find memory is the same sentence', () => {
  const { native, memory } = createFakeNative();
  const library = new NativeLibrary(native, FILE, 1);
  memory.failure = 'std::bad_alloc';
  expect(messageOf(() => library.pieceOf(3))).toMatch(/no memory left/);
});

test('a model whose names there is no memory for is said to need too much', () => {
  const { native, memory } = createFakeNative();
  memory.isFull = true;
  try {
    new NativeLibrary(native, FILE, 1);
  } catch (error) {
    expect(explainStartFailure(error).kind).toBe('out-of-memory');
  }
  expect.hasAssertions();
});

test.each([
  [0, 0],
  [1e-7, 0],
  [1e-38, 0],
  [0.8, 0.8],
])('a temperature of %d is drawn at %d', (temperature, drawn) => {
  const { native, drawers } = createFakeNative();
  new NativeLibrary(native, FILE, 1).makeDrawer({ ...PAPER_SAMPLING, temperature }, 1);
  expect(drawers).toEqual([drawn]);
});

test.each([
  ['as the width says, where the file says nothing', [-1, -1], 2 * 2 * 30 * 3 * 64],
  ['as long as the file says', [128, 256], 2 * 30 * 3 * (128 + 256)],
])('a token’s keys and values are %s', (_, lengths, bytes) => {
  const { native, numbers } = createFakeNative();
  numbers.splice(0, numbers.length, 2048, 49_152, 576, 30, 9, 3, 0, 0, ...lengths);
  expect(new NativeLibrary(native, FILE, 1).facts.cacheBytesPerToken).toBe(bytes);
});
