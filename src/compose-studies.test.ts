import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { follow } from './compose-studies.ts';
import { createSavedRunsQueries } from './queries/index.ts';
import { Subject } from './runs/index.ts';
import { fakeStore } from './runs/testing/set-up.ts';
import { NO_STUDY, type StudyView } from './studies/index.ts';

it('has the lists of runs read anew when a study begins', () => {
  const savedRuns = createSavedRunsQueries({
    store: fakeStore(),
    format: { maxBytes: 0, export: () => '', join: () => '', parse: () => [] },
    clock: { now: () => 0 },
  });
  const queries = new QueryClient();
  const lists: readonly (readonly string[])[] = [
    savedRuns.list().queryKey,
    savedRuns.newest().queryKey,
  ];
  for (const queryKey of lists) queries.setQueryData(queryKey, []);
  const stale = () => lists.map((queryKey) => queries.getQueryState(queryKey)?.isInvalidated);
  expect(stale()).toEqual([false, false]);
  const view = new Subject<StudyView>(NO_STUDY, (tell) => {
    tell();
  });
  follow({ view }, { queries, savedRuns, keptPace: { write: () => undefined } });
  view.set({ ...NO_STUDY, state: 'sampling' });
  expect(stale()).toEqual([true, true]);
});
