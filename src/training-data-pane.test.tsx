// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { StoredRun } from './core/index.ts';
import { exampleRun } from './storage/testing/example-runs.ts';
import type { StudyQueries } from './features/studies/study-runs.ts';
import { TrainingDataPane } from './features/studies/training-data/training-data-pane.tsx';

afterEach(cleanup);

function queriesOf(runs: ReadonlyMap<string, StoredRun>): StudyQueries {
  const run = (id: string) =>
    queryOptions({
      queryKey: ['runs', id],
      queryFn: () => runs.get(id) ?? Promise.reject(new Error('This run is gone.')),
      retry: false,
    });
  const list = () => {
    throw new Error('Nothing is listed.');
  };
  return { savedRuns: { run, list }, recordedRuns: { run, list } };
}

it('gathers the runs that are chosen, and says what can’t be read', async () => {
  const queries = queriesOf(new Map([['one', await exampleRun()]]));
  const draw = (ids: readonly string[]) => (
    <QueryClientProvider client={new QueryClient()}>
      <TrainingDataPane {...{ queries, ids }} source="own" />
    </QueryClientProvider>
  );
  const { rerender, container } = render(draw(['one', 'two']));
  const folded = container.querySelector('details');
  if (folded === null) throw new Error('Nothing is folded.');
  folded.open = true;
  fireEvent(folded, new Event('toggle'));
  fireEvent.click(await screen.findByRole('button', { name: 'Gather from 2 runs' }));
  expect(await screen.findByText(/^\d+ rows from 1 run\.$/)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe(
    '1 of the runs can’t be read and are left out: This run is gone.',
  );
  const names = screen
    .getAllByRole('button', { name: /^Save / })
    .map((button) => button.textContent);
  expect(names).toContain('Save README.md');
  expect(names.filter((name) => /^Save winners-(train|test)\.jsonl$/.test(name)).length).toBe(1);

  const files = () => screen.queryByRole('list', { name: 'Files of training data' });
  for (const [label, value] of [
    ['Margin of a pair', '0.5'],
    ['Prompts held out, in %', '20'],
  ] as const) {
    const field = screen.getByLabelText(label);
    fireEvent.change(field, { target: { value } });
    fireEvent.blur(field);
    expect(files()).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Gather from 2 runs' }));
    expect(await screen.findByText(/ from 1 run\.$/)).toBeTruthy();
    expect(files()).not.toBeNull();
  }

  rerender(draw(['one']));
  expect(files()).toBeNull();
  expect(screen.getByRole('button', { name: 'Gather from 1 run' })).toBeTruthy();
});
