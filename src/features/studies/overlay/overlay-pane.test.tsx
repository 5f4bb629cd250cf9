// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { RunSummary } from '../../../core/index.ts';
import type { RunFacts } from '../../../studies/index.ts';
import { literalFacts } from '../../../studies/findings/testing/literal-facts.ts';
import { keptStudy } from '../../../studies/testing/kept-studies.ts';
import { OverlayPane } from './overlay-pane.tsx';
import { studiesOfRuns } from './use-studies-of-runs.ts';

afterEach(cleanup);

const ARMS = { 'Rand 2': [1, 2], 'PRS 1/1': [1, 3] } as const;
const factsOf = (study: string, group = 'one', scale = 'Scorer, version 1'): readonly RunFacts[] =>
  ['a', 'b'].map((prompt) =>
    literalFacts({ runId: `${study} ${prompt}`, prompt, group, scale, arms: ARMS }),
  );

function show(facts: readonly RunFacts[], names: readonly string[]): void {
  const studies = new Map(
    facts.flatMap(({ runId }) => {
      const name = names.find((each) => runId.startsWith(each));
      return name === undefined ? [] : [[runId, name] as const];
    }),
  );
  const { container } = render(<OverlayPane {...{ facts, studies }} />);
  const folded = container.querySelector('details');
  if (folded === null) throw new Error('Nothing is folded.');
  folded.open = true;
  fireEvent(folded, new Event('toggle'));
}

const lines = () =>
  screen.queryAllByRole('list', { name: 'Lines' }).map((list) =>
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  );

it('names study and arm of each line, and draws those that are chosen', async () => {
  show([...factsOf('Skies'), ...factsOf('Seas')], ['Skies', 'Seas']);
  await expect
    .poll(lines)
    .toEqual([['Seas: PRS 1/1', 'Seas: Rand 2', 'Skies: PRS 1/1', 'Skies: Rand 2']]);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Rand 2' }));
  await expect.poll(lines).toEqual([['Seas: PRS 1/1', 'Skies: PRS 1/1']]);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Seas: 2 runs' }));
  await expect.poll(lines).toEqual([['Skies: PRS 1/1']]);
});

it('has no arm where none is chosen, and says so', async () => {
  show([...factsOf('Skies'), ...factsOf('Seas')], ['Skies', 'Seas']);
  for (const name of ['Rand 2', 'PRS 1/1']) fireEvent.click(screen.getByRole('checkbox', { name }));
  expect(await screen.findByText('Choose runs and arms.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Rand 2' }).checked).toBe(false);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Rand 2' }));
  await expect.poll(lines).toEqual([['Seas: Rand 2', 'Skies: Rand 2']]);
});

it('gives another scorer a chart of its own, and says why', async () => {
  show([...factsOf('Skies'), ...factsOf('Seas', 'two', 'Scorer, version 2')], ['Skies', 'Seas']);
  for (const box of screen.getAllByRole<HTMLInputElement>('checkbox', { name: /runs$/ })) {
    if (!box.checked) fireEvent.click(box);
  }
  await expect.poll(() => lines().length).toBe(2);
  expect(screen.getByText(/each has a chart of its own/)).toBeTruthy();
});

it('refuses more lines than a chart tells apart, and has them in its table', async () => {
  const names = ['Skies', 'Seas', 'Hills', 'Woods'];
  show(
    names.flatMap((name) => factsOf(name)),
    names,
  );
  for (const box of screen.getAllByRole<HTMLInputElement>('checkbox', { name: /runs$/ })) {
    if (!box.checked) fireEvent.click(box);
  }
  expect(await screen.findByText(/8 lines of Scorer, version 1 are more/)).toBeTruthy();
  expect(lines()).toEqual([]);
  expect(screen.getAllByRole('rowheader')).toHaveLength(8);
});

it('numbers studies of one name', () => {
  const stored = ['one-1-1', 'two-1-1', 'two-2-1'].map((id): RunSummary => ({
    ...{ id, name: id, createdAt: 0, prompt: '', preference: '', budget: 4, arms: [] },
    ...{ modelName: 'Fake', scorerName: 'Fake', state: { status: 'finished' }, origin: 'sampled' },
  }));
  const studies = [keptStudy({ id: 'one' }), keptStudy({ id: 'two' })];
  expect([...studiesOfRuns(studies, stored)]).toEqual([
    ['one-1-1', 'Test'],
    ['two-1-1', 'Test (2)'],
    ['two-2-1', 'Test (2)'],
  ]);
});
