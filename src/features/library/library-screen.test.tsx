// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunFileFormat, RunList, RunStore, RunSummary } from '../../core/index.ts';
import { createSavedRunsQueries } from '../../queries/index.ts';
import { LibraryScreen } from './library-screen.tsx';

afterEach(cleanup);

// Rows are drawn where there is room for them, and this document has no layout.
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(200);
});
afterAll(() => {
  vi.restoreAllMocks();
});

const refuse = (): Promise<never> => Promise.reject(new Error('Not here.'));

/** The list is given to the page below, or never comes. */
const idleStore: RunStore = {
  kept: false,
  create: refuse,
  append: refuse,
  load: refuse,
  count: refuse,
  newest: () => new Promise(() => undefined),
  list: () => new Promise(() => undefined),
  rename: refuse,
  remove: refuse,
  importRun: refuse,
};

const format: RunFileFormat = {
  maxBytes: 1,
  export: () => '',
  join: (files) => files.join(),
  parse: () => [{ ok: false, message: '' }],
};

const IMPORTED: RunSummary = {
  id: 'a',
  name: 'Sky <img src=x onerror=alert(1)>',
  createdAt: 0,
  prompt: 'Why is the sky blue?',
  preference: 'Be brief.',
  budget: 8,
  arms: [
    { arm: { id: 'prs', kind: 'prs', split: [4, 4] }, finishedResponses: 8, bestReward: 1.84 },
  ],
  modelName: 'SmolLM2',
  scorerName: 'Rubric',
  state: { status: 'finished' },
  origin: 'imported',
};

/** The screen with a list that has come, or is still to come. */
function draw(list: RunList | null, onOpen = vi.fn()): HTMLElement {
  cleanup();
  // What is put there is as good as fetched.
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const queries = createSavedRunsQueries({ store: idleStore, format, clock: { now: () => 0 } });
  if (list !== null) client.setQueryData(queries.list().queryKey, list);
  const { container } = render(
    <QueryClientProvider client={client}>
      <LibraryScreen
        queries={queries}
        keptProblem="Private window."
        onOpen={onOpen}
        onCompare={() => undefined}
        onStart={() => undefined}
        gallery={<a href="#/recorded">Recorded runs</a>}
        studies={<a href="#/studies">What they say together</a>}
      />
    </QueryClientProvider>,
  );
  return container;
}

const button = (name: string) => screen.getByRole('button', { name });

describe('LibraryScreen', () => {
  it('shows what a run is, what came of it and what can be done with it', () => {
    draw({ runs: [{ ...IMPORTED, name: 'Sky' }], unreadable: [] });
    for (const name of ['Open Sky', 'Rename Sky', 'Export Sky', 'Delete Sky']) {
      expect(button(name)).toBeDefined();
    }
    expect(button('Import run')).toBeDefined();
    expect(screen.getByText('PRS 4/4: 8 of 8 responses, best reward 1.84')).toBeDefined();
    expect(screen.getByText('imported').tagName).toBe('SPAN');
    expect(screen.queryByText(/^Listed by the split/)).toBeNull();
    const made = screen.getByText(/^Finished · written by/);
    expect(made.textContent).toContain('Finished · written by SmolLM2');
    expect(made.querySelector('bdi')?.textContent).toBe('SmolLM2');
  });

  it('says of a run that was kept from the screen that it wasn’t sampled here', () => {
    draw({ runs: [{ ...IMPORTED, origin: 'kept' }], unreadable: [] });
    expect(screen.getByText('kept, sampled elsewhere').tagName).toBe('SPAN');
    expect(screen.getByText(/^Listed by the split and N that it was set up with/)).toBeDefined();
    expect(screen.queryByText('imported')).toBeNull();
  });

  it('opens a run, and asks before it deletes one', () => {
    const onOpen = vi.fn();
    draw({ runs: [{ ...IMPORTED, name: 'Sky' }], unreadable: [] }, onOpen);
    fireEvent.click(button('Open Sky'));
    expect(onOpen.mock.calls).toEqual([['a']]);
    fireEvent.click(button('Delete Sky'));
    expect(screen.getByRole('alertdialog').textContent).toContain('Sky');
  });

  it('shows imported text as text', () => {
    const container = draw({ runs: [IMPORTED], unreadable: [] });
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe(IMPORTED.name);
    expect(container.querySelector('img')).toBeNull();
  });

  it('leads to the recorded runs where there are no own ones, and only there', () => {
    const link = () => screen.queryByRole('link', { name: 'Recorded runs' });
    draw({ runs: [], unreadable: [] });
    expect(link()).not.toBeNull();
    draw({ runs: [IMPORTED], unreadable: [] });
    expect(link()).toBeNull();
  });

  it('leads to what several runs say together', () => {
    const link = () => screen.queryByRole('link', { name: 'What they say together' });
    draw({ runs: [IMPORTED], unreadable: [] });
    expect(link()).toBeNull();
    draw({ runs: [IMPORTED, { ...IMPORTED, id: 'b' }], unreadable: [] });
    expect(link()).not.toBeNull();
  });

  it('offers a next step where there are no runs, and says that none would be kept', () => {
    const container = draw({ runs: [], unreadable: [] });
    expect(button('Start a run')).toBeDefined();
    expect(container.textContent).toContain('These runs are gone when the page is closed');
    expect(container.textContent).toContain('Private window.');
  });

  it('says that it is reading, and what it could not read', () => {
    draw(null);
    expect(screen.getByText('Reading the stored runs…').role).toBe('status');
    const container = draw({ runs: [], unreadable: [{ id: 'odd', message: 'It is odd.' }] });
    expect(container.textContent).toContain('It is odd.');
    expect(button('Delete run odd')).toBeDefined();
  });

  it('draws those in view of a thousand runs, and finds one of them', () => {
    const many = Array.from({ length: 1000 }, (_, place) => ({
      ...{ ...IMPORTED, id: String(place), name: `Run ${String(place)}` },
    }));
    draw({ runs: many, unreadable: [] });
    const rows = screen.getAllByRole('heading', { level: 3 });
    expect(rows[0]?.textContent).toBe('Run 0');
    expect(rows.length).toBeLessThan(30);
    expect(screen.getByText('1,000 runs')).toBeDefined();
    fireEvent.change(screen.getByRole('textbox', { name: 'Find' }), {
      target: { value: '77 sky' },
    });
    const found = screen
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    expect(found.slice(0, 2)).toEqual(['Run 77', 'Run 177']);
    expect(screen.getByText('19 of 1,000 runs')).toBeDefined();
    fireEvent.change(screen.getByRole('textbox', { name: 'Find' }), { target: { value: 'sea' } });
    expect(screen.getByText('None of 1,000 runs has these words.')).toBeDefined();
  });
});
