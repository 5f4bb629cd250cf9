import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { RunFileFormat, RunStore, RunSummary } from '../../core/index.ts';
import { createSavedRunsQueries, type SavedRunList } from '../../queries/index.ts';
import { LibraryScreen } from './library-screen.tsx';

const refuse = (): Promise<never> => Promise.reject(new Error('Not here.'));

/** The list is given to the page below, so the store is never asked. */
const idleStore: RunStore = {
  kept: false,
  create: refuse,
  append: refuse,
  load: refuse,
  list: refuse,
  listUnreadable: refuse,
  rename: refuse,
  remove: refuse,
  importRun: refuse,
};

const format: RunFileFormat = {
  maxBytes: 1,
  export: () => '',
  parse: () => ({ ok: false, message: '' }),
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

/** The screen's markup with a list that has come, or is still to come. */
function render(list: SavedRunList | null): string {
  const client = new QueryClient();
  const queries = createSavedRunsQueries({ store: idleStore, format, clock: { now: () => 0 } });
  if (list !== null) client.setQueryData(queries.list().queryKey, list);
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <LibraryScreen
        queries={queries}
        keptProblem="Private window."
        onOpen={() => undefined}
        onStart={() => undefined}
      />
    </QueryClientProvider>,
  );
}

describe('LibraryScreen', () => {
  it('shows what a run is, what came of it and what can be done with it', () => {
    const markup = render({ runs: [{ ...IMPORTED, name: 'Sky' }], unreadable: [] });
    for (const label of ['Open Sky', 'Rename Sky', 'Export Sky', 'Delete Sky']) {
      expect(markup).toContain(`aria-label="${label}"`);
    }
    expect(markup).toContain('>Import run</button>');
    expect(markup).toContain('PRS 4/4: 8 of 8 responses, best reward 1.84');
    expect(markup).toContain('>imported</span>');
    expect(markup).toContain('Finished · written by <bdi>SmolLM2</bdi>');
  });

  it('shows imported text as text', () => {
    const markup = render({ runs: [IMPORTED], unreadable: [] });
    expect(markup).toContain('Sky &lt;img src=x onerror=alert(1)&gt;</h3>');
    expect(markup).not.toContain('<img');
  });

  it('offers a next step where there are no runs, and says that none would be kept', () => {
    const markup = render({ runs: [], unreadable: [] });
    expect(markup).toContain('>Start a run</button>');
    expect(markup).toContain('These runs are gone when the page is closed');
    expect(markup).toContain('Private window.');
  });

  it('says that it is reading, and what it could not read', () => {
    expect(render(null)).toContain('Reading the stored runs…');
    const markup = render({ runs: [], unreadable: [{ id: 'odd', message: 'It is odd.' }] });
    expect(markup).toContain('It is odd.');
    expect(markup).toContain('aria-label="Delete run odd"');
  });
});
