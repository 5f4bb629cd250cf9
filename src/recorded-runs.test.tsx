// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
// What a recorded run fetches late: loaded before the tests begin.
import './features/playground/results/play-splits.tsx';
import './features/playground/results/winners-and-accounts.tsx';
import './features/playground/verdict/verdict-pane.tsx';
import { createRecordedRunsQueries, createSavedRunsQueries } from './queries/index.ts';
import { MemoryRunStore } from './storage/memory/memory-run-store.ts';
import { runFileFormat } from './storage/index.ts';
import { App } from './app/index.ts';
import { fakeDependencies } from './app/testing/fake-dependencies.ts';

afterEach(cleanup);

function fileBesideThePage(path: string): Promise<string> {
  return Promise.resolve(readFileSync(join(import.meta.dirname, '../public', path), 'utf8'));
}

/** The page as someone finds it who comes for the first time. */
function open(path: string): void {
  const recordedRuns = createRecordedRunsQueries({
    format: runFileFormat,
    fetchText: fileBesideThePage,
  });
  const savedRuns = createSavedRunsQueries({
    store: new MemoryRunStore(() => 'kept'),
    format: runFileFormat,
    clock: { now: () => 0 },
  });
  const dependencies = { ...fakeDependencies(), recordedRuns, savedRuns };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Router hook={memoryLocation({ path }).hook}>
        <App dependencies={dependencies} />
      </Router>
    </QueryClientProvider>,
  );
}

/** Drawing the whole page takes a while where other work goes on. */
const isRecorded = (): Promise<HTMLElement> =>
  screen.findByText(/^Recorded: SmolLM2/, {}, { timeout: 10_000 });

/** The whole page is drawn, which takes its time where other work goes on. */
describe('a recorded run', { timeout: 20_000 }, () => {
  it('is what a first visit sees, says what it is, and gives way to another prompt', async () => {
    open('/');
    const said = await isRecorded();
    expect(said.getAttribute('role')).toBe('status');
    expect(document.querySelector('main')?.dataset.runState).toBe('idle');
    expect(await screen.findByRole('button', { name: 'Play' })).toBeTruthy();
    const prompt = screen.getByRole('textbox', { name: 'Prompt' });
    fireEvent.change(prompt, { target: { value: 'What is rain?' } });
    expect(screen.queryByText(/^Recorded: /)).toBeNull();
    expect(screen.getByText(/^This is the plan/)).toBeTruthy();
  });

  it('brings its own set-up where the address names it', async () => {
    open('/recorded/first');
    await isRecorded();
    cleanup();
    const { name, prompt } = otherRun();
    open(`/recorded/${name}`);
    await isRecorded();
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
    expect(field.value).toBe(prompt);
  });
});

/** One that the gallery lists after the first. */
function otherRun(): { readonly name: string; readonly prompt: string } {
  const file = join(import.meta.dirname, '../public/recorded/index.json');
  const index: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const found = Array.isArray(index) ? (index.at(1) as unknown) : null;
  if (typeof found !== 'object' || found === null) throw new Error('The gallery has one run.');
  const { name, prompt } = found as Record<string, unknown>;
  return { name: String(name), prompt: String(prompt) };
}
