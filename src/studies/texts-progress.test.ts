import { expect, it } from 'vitest';
import { fakePlan } from '../core/testing/fake-run.ts';
import { DrawnCount, TextsCount } from './texts-progress.ts';

it('tells the time left at the pace since it was begun, whatever was there before', () => {
  const count = new TextsCount(10, 4, 5, 1_000);
  count.found({ done: 2, failed: 0, tokens: 100 });
  expect(count.at(2_000)).toMatchObject({ textsDone: 22, texts: 50, secondsLeft: null });
  count.added({ done: 4, failed: 1, tokens: 300 });
  count.runEnded(5);
  expect(count.at(3_000)).toEqual({
    ...{ runsDone: 5, runs: 10, textsDone: 26, texts: 50, upTo: '', failed: 1 },
    // 4 texts in 2 seconds, 24 are left.
    ...{ tokensPerSecond: 150, secondsLeft: 12 },
  });
});

it('says “up to” while texts may be fewer', () => {
  const count = new TextsCount(1, 0, 5, 0, undefined, 'up to ');
  count.added({ done: 3, failed: 0, tokens: 30 });
  expect(count.at(3_000)).toMatchObject({ texts: 5, upTo: 'up to ' });
  count.runEnded(3);
  expect(count.at(3_000)).toMatchObject({ textsDone: 5, upTo: '' });
});

it('counts what the arms of a run turned out to share as done when it has ended', () => {
  const count = new TextsCount(2, 0, 5, 0);
  count.added({ done: 3, failed: 0, tokens: 30 });
  count.runEnded(3);
  expect(count.at(3_000)).toMatchObject({ textsDone: 5, texts: 10, secondsLeft: 5 });
});

it('counts a text that failed and is asked for again once, and as failed no longer', () => {
  const drawn = new DrawnCount();
  const count = new TextsCount(1, 0, 5, 0);
  const address = { armId: 'prs', nodeId: 'draft-1', at: 0 };
  const failure = { kind: 'context-overflow', message: 'No.' } as const;
  const { sampling } = fakePlan([]);
  const asked = { ...address, sampling, attempt: 0, type: 'draft-started', messages: [] } as const;
  count.found(drawn.add(asked));
  count.found(drawn.add({ ...address, type: 'draft-failed', failure }));
  expect(count.at(1_000)).toMatchObject({ textsDone: 1, failed: 1 });
  count.added(drawn.add(asked));
  expect(count.at(1_000)).toMatchObject({ textsDone: 0, failed: 0 });
  const usage = { promptTokens: 3, cachedPromptTokens: null, completionTokens: 4 };
  count.added(
    drawn.add({
      ...{ ...address, type: 'draft-finished', text: 'Rain.', finishReason: 'stop', usage },
      ...{ remarks: [], tokens: [] },
    }),
  );
  expect([count.at(1_000).textsDone, drawn.done]).toEqual([1, 1]);
  expect(count.spent(1_000)).toEqual({ seconds: 1, texts: 1, tokens: 4 });
});
