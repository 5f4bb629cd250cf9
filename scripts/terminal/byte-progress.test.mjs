// @ts-check
import { expect, test } from 'vitest';
import { startByteProgress } from './byte-progress.mjs';

/** @param {boolean} isTTY */
function recordProgress(isTTY) {
  let time = 0;
  let text = '';
  const progress = startByteProgress({
    label: 'wheel',
    totalBytes: 93e6,
    output: { isTTY, write: (part) => (text += part) },
    now: () => time,
  });
  for (const bytes of [1e6, 40e6, 80e6]) {
    time += 3000;
    progress.reached(bytes);
  }
  progress.finish();
  return text;
}

test('a log gets few whole lines', () => {
  expect(recordProgress(false)).toBe('  wheel: 40 of 93 MB\n  wheel: 93 of 93 MB\n');
});

test('a terminal redraws one line', () => {
  const text = recordProgress(true);
  expect(text.split('\r').map((line) => line.replace('\x1b[K', ''))).toEqual([
    '',
    '  wheel: 0.0 of 93 MB',
    '  wheel: 1.0 of 93 MB',
    '  wheel: 40 of 93 MB',
    '  wheel: 80 of 93 MB',
    '  wheel: 93 of 93 MB\n',
  ]);
});
