// @vitest-environment happy-dom
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryClient, QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { writeReport } from '../command/write-report.ts';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { scorableResponses, type StoredRun } from './core/index.ts';
import { fakeRewardModel } from './core/testing/fake-run.ts';
import { ReportPane } from './features/studies/report/report-pane.tsx';
import type { StudyQueries } from './features/studies/study-runs.ts';
import { storedTree } from './runs/index.ts';
import { runFileFormat } from './storage/index.ts';
import { exampleRun } from './storage/testing/example-runs.ts';
import type { ChosenGroup } from './features/studies/use-group.ts';
import { namedGroups, readingsOfRun } from './studies/index.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const QUESTION = 'Does it help to <reflect>?';

function queriesOf(runs: readonly StoredRun[]): StudyQueries {
  const run = (id: string) =>
    queryOptions({
      queryKey: ['runs', id],
      queryFn: () =>
        runs.find(({ header }) => header.id === id) ??
        Promise.reject(new Error('This run is gone.')),
      retry: false,
    });
  const list = () => {
    throw new Error('Nothing is listed.');
  };
  return { savedRuns: { run, list }, recordedRuns: { run, list } };
}

/** A run whose every response another scorer has read. */
async function readByAnother(): Promise<StoredRun> {
  const run = await exampleRun();
  const { description } = fakeRewardModel(() => 2);
  const breakdown = [{ id: 'a', label: 'A', value: 2, measured: '' }];
  const reward = { value: 2, breakdown, conditionedOn: 'prompt' } as const;
  const scoring = { id: 's1', rewardModel: description, conditionedOn: 'prompt' } as const;
  const given = scorableResponses(storedTree(run)).map(({ armId, nodeId }) => ({
    ...({ type: 'scoring-given', scoringId: 's1', armId, nodeId } as const),
    ...{ reward, otherReward: null },
  }));
  return {
    ...run,
    events: [...run.events, { type: 'scoring-started', scoring, at: 9000 }, ...given],
  };
}

/** Runs of three prompts; another scorer has read one. */
async function someRuns(): Promise<readonly StoredRun[]> {
  const another = async (id: string, prompt: string, rewards: readonly number[]) => {
    const { header, events } = await exampleRun({ rewards });
    return { header: { ...header, id, plan: { ...header.plan, prompt } }, events };
  };
  return [
    await readByAnother(),
    await another('b', 'What is rain?', [1, 2.5, 0.25]),
    await another('c', 'Why is snow white?', [0.125, 3, 0.5]),
  ];
}

/** What the command writes of the runs in files. */
async function byCommand(runs: readonly StoredRun[], baseline: string): Promise<string> {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const sources = await temporaryFolder('prs-runs');
  for (const [place, run] of runs.entries()) {
    writeFileSync(join(sources, `${String(place)}.json`), runFileFormat.export(run, 0));
  }
  const folder = join(await temporaryFolder('prs-report'), 'out');
  const asked = { question: QUESTION, baseline };
  const order = { command: 'report', sources: [sources], folder, ...asked } as const;
  await writeReport(order, new AbortController().signal);
  return folder;
}

it('saves the very bytes that the command writes of the same runs and question', async () => {
  const runs = await someRuns();
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:saved';
  });
  // The page lists the newest first.
  const ids = runs.map(({ header }) => header.id).toReversed();
  const { container, rerender } = render(draw(runs, ids));
  unfold(container);
  const question = await screen.findByLabelText('Question of the report');
  fireEvent.change(question, { target: { value: ` ${QUESTION} ` } });
  fireEvent.change(screen.getByLabelText('Held against'), { target: { value: 'PRand 4' } });
  const write = screen.getByRole('button', { name: 'Write a report on 3 runs' });
  write.focus();
  fireEvent.click(write);
  expect(document.activeElement).toBe(write);
  expect(await screen.findByText('A report on 3 runs is written.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Files of the report' }));

  const folder = await byCommand(runs, 'PRand 4');
  for (const name of ['report.html', 'report.json']) {
    fireEvent.click(screen.getByRole('button', { name: `Save ${name}` }));
    expect(await saved.at(-1)?.text()).toBe(readFileSync(join(folder, name), 'utf8'));
  }
  expect(saved.map(({ type }) => type)).toEqual(['text/html', 'application/json']);

  // Of other runs nothing is written yet.
  rerender(draw(runs, [...ids.slice(1), 'gone']));
  expect(screen.queryByRole('list', { name: 'Files of the report' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Write a report on 3 runs' }));
  expect(await screen.findByText('A report on 2 runs is written.')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('This run is gone.');
});

it('is of the model and scorer that the screen looks at, or of all', async () => {
  const runs = await someRuns();
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:saved';
  });
  const groups = namedGroups(runs.flatMap((run) => readingsOfRun(storedTree(run))));
  const group = groups.find(({ reporter }) => reporter !== null) ?? null;
  const ids = runs.map(({ header }) => header.id);
  const { container } = render(draw(runs, ids, 'own', { groups, group }));
  unfold(container);
  const sections = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Save report.html' }));
    const page = (await saved.at(-1)?.text()) ?? '';
    return [...page.matchAll(/<h2[^>]*>N = /g)].length;
  };
  fireEvent.click(await screen.findByRole('button', { name: 'Write a report on 1 run' }));
  expect(await screen.findByText('A report on 1 run is written.')).toBeTruthy();
  expect(await sections()).toBe(1);
  fireEvent.change(screen.getByLabelText('Of which runs'), { target: { value: 'all' } });
  fireEvent.click(screen.getByRole('button', { name: 'Write a report on 3 runs' }));
  expect(await screen.findByText('A report on 3 runs is written.')).toBeTruthy();
  expect(await sections()).toBeGreaterThan(1);
});

it('says of recorded runs that they were chosen', async () => {
  const runs = await someRuns();
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:saved';
  });
  const ids = runs.map(({ header }) => header.id);
  const { container, rerender } = render(draw(runs, ids));
  unfold(container);
  for (const source of ['own', 'recorded'] as const) {
    rerender(draw(runs, ids, source));
    fireEvent.click(await screen.findByRole('button', { name: 'Write a report on 3 runs' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save report.html' }));
    const page = await saved.at(-1)?.text();
    expect(page?.includes('These runs were chosen')).toBe(source === 'recorded');
  }
});

function unfold(container: HTMLElement): void {
  const folded = container.querySelector('details');
  if (folded === null) throw new Error('Nothing is folded.');
  folded.open = true;
  fireEvent(folded, new Event('toggle'));
}

const client = new QueryClient();

function draw(
  runs: readonly StoredRun[],
  ids: readonly string[],
  source: 'own' | 'recorded' = 'own',
  chosen: Pick<ChosenGroup, 'groups' | 'group'> = { groups: [], group: null },
) {
  const facts = runs.flatMap((run) => readingsOfRun(storedTree(run)));
  return (
    <QueryClientProvider client={client}>
      <ReportPane {...{ queries: queriesOf(runs), ids, facts, source, chosen }} />
    </QueryClientProvider>
  );
}
