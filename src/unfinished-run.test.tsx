// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { makeArm, type RunState, type RunSummary } from './core/index.ts';
import { fakePlan, fakePolicy } from './core/testing/fake-run.ts';
import { createSavedRunsQueries } from './queries/index.ts';
import { fakeStore, loaded, onceAsked, request, setUp } from './runs/testing/set-up.ts';
import { newRunId } from './storage/index.ts';
import { runsOfStudy } from './studies/index.ts';
import { keptStudy } from './studies/testing/kept-studies.ts';
import { UnfinishedRun } from './app/unfinished-run.tsx';

afterEach(cleanup);

/** A run of an arm that shares a draft with the other one, stopped at its second text, and the page that comes back to it. */
async function comeBack(
  state: RunState,
  origin: RunSummary['origin'] = 'sampled',
  newer: readonly string[] = [],
) {
  const policy = loaded(fakePolicy(() => 'An answer.'));
  const store = fakeStore();
  const { controller } = setUp({ store, policy });
  onceAsked(controller, policy, () => {
    controller.stop();
  });
  const plan = fakePlan([makeArm('prs', 2, [1, 1]), makeArm('prand', 2, [2])]);
  await act(() => controller.start({ ...request, plan }));
  const summary: RunSummary = {
    ...{ id: 'run-1', name: 'Test', createdAt: 0, prompt: '', preference: '', budget: 2 },
    ...{ arms: [], modelName: 'Fake', scorerName: 'Fake', state, origin },
  };
  const runs = [...newer.map((id) => ({ ...summary, id })), summary];
  const savedRuns = createSavedRunsQueries({
    store: { ...store, newest: () => Promise.resolve(runs) },
    format: { maxBytes: 0, export: () => '', join: () => '', parse: () => [] },
    clock: { now: () => 0 },
  });
  const client = new QueryClient();
  await client.query(savedRuns.newest());
  await client.query(savedRuns.run('run-1'));
  const { container } = render(
    <QueryClientProvider client={client}>
      <UnfinishedRun savedRuns={savedRuns} />
    </QueryClientProvider>,
  );
  return container.textContent;
}

it('says of a run that was left how many of its texts it has, and leads to it', async () => {
  // Planned are a draft, a feedback and a refinement, and the draft that PRand has alone.
  for (const status of ['running', 'stopped'] as const) {
    expect(await comeBack({ status })).toMatch(
      /^Your run of .+ has 1 of 4 texts: open it and go on$/,
    );
    expect(screen.getByRole('link').getAttribute('href')).toBe('/run/run-1');
    cleanup();
  }
});

it('says nothing of a run that ended, nor of an imported one', async () => {
  expect(await comeBack({ status: 'finished' })).toBe('');
  expect(await comeBack({ status: 'stopped' }, 'imported')).toBe('');
});

it('leaves a study’s runs to the study, which goes on by itself', async () => {
  const study = { ...keptStudy().study, seeds: [7, 2_147_483_647] };
  const ids = [...runsOfStudy(study, newRunId())].map(({ id }) => id);
  expect(ids).toHaveLength(4);
  await comeBack({ status: 'stopped' }, 'sampled', ids);
  expect(screen.getByRole('link').getAttribute('href')).toBe('/run/run-1');
});
