import { expect, it, vi } from 'vitest';
import { TextsCount } from '../src/studies/index.ts';
import { progressInWords, showProgress } from './show-progress.ts';

it.each([
  [30, 'about 30 s left'],
  [119.2, 'about 120 s left'],
  [150, 'about 3 min left'],
  [7_800, 'about 2 h 10 min left'],
])('%d seconds: %s', (secondsLeft, words) => {
  const progress = { runsDone: 1, runs: 4, textsDone: 12, texts: 48, upTo: '', failed: 0 };
  expect(progressInWords({ ...progress, tokensPerSecond: 340.4, secondsLeft })).toBe(
    `12 of 48 texts · 1 of 4 runs · 340 tokens/s · ${words}`,
  );
  expect(progressInWords({ ...progress, upTo: 'up to ', tokensPerSecond: 0, secondsLeft })).toBe(
    `12 of up to 48 texts · 1 of 4 runs · up to ${words}`,
  );
});

it('writes whole lines to a log, and draws the one of a terminal anew', () => {
  vi.useFakeTimers();
  try {
    const written = [false, true].map((isTTY) => {
      let text = '';
      const count = new TextsCount(1, 0, 3, 0);
      const output = { isTTY, write: (part: string) => (text += part) };
      const stop = showProgress(count, { now: () => 2_000 }, output);
      vi.advanceTimersByTime(20_000);
      count.added({ done: 1, failed: 1, tokens: 0 });
      count.added({ done: 2, failed: 0, tokens: 40 });
      stop();
      return text;
    });
    expect(written).toEqual([
      '0 of 3 texts\n3 of 3 texts · 1 failed · 20 tokens/s\n',
      '\r\u001b[K0 of 3 texts\r\u001b[K3 of 3 texts · 1 failed · 20 tokens/s\n',
    ]);
  } finally {
    vi.useRealTimers();
  }
});
