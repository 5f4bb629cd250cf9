import { expect, it } from 'vitest';
import { TextsCount } from './texts-progress.ts';

it('tells the time left at the pace since it was begun, whatever was there before', () => {
  const count = new TextsCount(10, 4, 5, 1_000);
  count.found({ done: 2, failed: 0, tokens: 100 });
  expect(count.at(2_000)).toMatchObject({ textsDone: 22, texts: 50, secondsLeft: null });
  count.added({ done: 4, failed: 1, tokens: 300 });
  count.runEnded(5);
  expect(count.at(3_000)).toEqual({
    ...{ runsDone: 5, runs: 10, textsDone: 26, texts: 50, failed: 1 },
    // 4 texts in 2 seconds, 24 are left.
    ...{ tokensPerSecond: 150, secondsLeft: 12 },
  });
});

it('counts what the arms of a run turned out to share as done when it has ended', () => {
  const count = new TextsCount(2, 0, 5, 0);
  count.added({ done: 3, failed: 0, tokens: 30 });
  count.runEnded(3);
  expect(count.at(3_000)).toMatchObject({ textsDone: 5, texts: 10, secondsLeft: 5 });
});
