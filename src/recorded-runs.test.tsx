// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
// What a recorded run fetches late: loaded before the tests begin.
import './features/playground/results/play-splits.tsx';
import './features/playground/results/winners-and-accounts.tsx';
import './features/playground/verdict/verdict-pane.tsx';
import './features/playground/node/node-inspector.tsx';
import './features/playground/scoring/scoring-pane.tsx';
import './queries/import-run-files.ts';
import './app/stop-dialog.tsx';
import './app/beside-runs.tsx';
import './app/further-screens.tsx';
import { type CatalogAssessment, type ModelCatalog, makeArm, type RunStore } from './core/index.ts';
import { fakePlan, fakePolicy } from './core/testing/fake-run.ts';
import { FIRST_KEPT_FORM, readKeptForm, writeKeptForm } from './features/playground/index.ts';
import { createRecordedRunsQueries, createSavedRunsQueries } from './queries/index.ts';
import { parseAddress } from './app/address/address-bar.ts';
import { assessmentOf, fakeOffer } from './runs/testing/fake-assessment.ts';
import { loaded, request } from './runs/testing/set-up.ts';
import { MemoryRunStore } from './storage/memory/memory-run-store.ts';
import { runFileFormat } from './storage/index.ts';
import { App, type AppDependencies } from './app/index.ts';
import { fakeDependencies } from './app/testing/fake-dependencies.ts';

afterEach(cleanup);

function fileBesideThePage(path: string): Promise<string> {
  return Promise.resolve(readFileSync(join(import.meta.dirname, '../public', path), 'utf8'));
}

interface Visit {
  /** What this browser has kept of an earlier visit. */
  readonly kept?: unknown;
  readonly policy?: ReturnType<typeof loaded>;
  readonly assess?: ModelCatalog['assess'];
  readonly store?: RunStore;
  readonly unpack?: AppDependencies['runLinks']['unpack'];
}

/** The page as someone finds it who comes for the first time, or with what they had set up before. */
function open(address: string, { kept, policy, assess, unpack, store }: Visit = {}) {
  const recordedRuns = createRecordedRunsQueries({
    format: runFileFormat,
    fetchText: fileBesideThePage,
  });
  const savedRuns = createSavedRunsQueries({
    store: store ?? new MemoryRunStore(() => 'kept'),
    format: runFileFormat,
    clock: { now: () => 0 },
  });
  const fake = fakeDependencies(policy);
  const { path, words } = parseAddress(address);
  const written = { form: kept };
  const dependencies = {
    ...{ ...fake, recordedRuns, savedRuns },
    catalog: { ...fake.catalog, ...(assess && { assess }) },
    runLinks: { ...fake.runLinks, ...(unpack && { unpack }) },
    address: { ...fake.address, read: () => ({ path, words }) },
    keptForm: {
      read: () => written.form,
      write: (form: unknown) => {
        written.form = form;
      },
    },
  };
  const { hook, navigate, history } = memoryLocation({ path, record: true });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Router hook={hook}>
        <App dependencies={dependencies} />
      </Router>
    </QueryClientProvider>,
  );
  return { controller: fake.controller, navigate, path: () => history.at(-1), written };
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
    expect(promptField().value).toBe(prompt);
  });

  it('is kept as a run that was on screen, not as one from a file', async () => {
    const store = new MemoryRunStore(() => 'kept');
    open('/recorded/first', { store });
    await isRecorded();
    fireEvent.click(screen.getByRole('button', { name: 'Keep in Runs' }));
    await vi.waitFor(async () => {
      expect(await store.list()).toMatchObject({ runs: [{ origin: 'kept' }] });
    });
  });

  it('says why it can’t be kept where the store refuses it', async () => {
    const store = new MemoryRunStore(() => 'kept');
    store.importRun = () => Promise.reject(new Error('The disk is full.'));
    open('/recorded/first', { store });
    await isRecorded();
    fireEvent.click(screen.getByRole('button', { name: 'Keep in Runs' }));
    expect((await screen.findByText(/The disk is full/)).textContent).toBe(
      'Not kept: The disk is full.',
    );
  });

  it('stays where a model of another size turns out to be the one to begin with', async () => {
    let tell: (assessment: CatalogAssessment) => void = () => undefined;
    const assessment = new Promise<CatalogAssessment>((resolve) => {
      tell = resolve;
    });
    const { path } = open('/recorded/first', { assess: () => assessment });
    await isRecorded();
    const found = { ...assessmentOf([fakeOffer('larger', 'hub')]), defaultOfferId: 'larger' };
    await act(async () => {
      tell(found);
      await assessment;
    });
    expect(await screen.findByText(/^Run loads /)).toBeTruthy();
    await isRecorded();
    expect(path()).toBe('/recorded/first');
  });
});

describe('an address that leads nowhere', { timeout: 20_000 }, () => {
  it.each([
    ['#/nope', /^Nothing is at the address “#\/nope”/],
    ['#/runs/nope', /^Nothing is at the address “#\/runs\/nope”/],
    ['#/recorded/nope', /^The recorded run “nope” can’t be had/],
    ['#/recorded/..%2F', /^The recorded run “.+” can’t be had/],
    ['#/beside/recorded:nope', /^The recorded run “nope” can’t be had/],
    ['#/beside/nope', /^This address names no run/],
  ])('says so: %s', async (address, sentence) => {
    open(address);
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('is none of those that the page has', async () => {
    for (const address of [
      '#/',
      '#/runs',
      '#/studies',
      '#/models',
      '#/recorded',
      '#/beside/recorded:first',
    ]) {
      open(address);
      await screen.findByRole('main');
      expect(screen.queryByText(/^Nothing is at/)).toBeNull();
      cleanup();
    }
  });

  it('says that a run beside itself is one', async () => {
    open('#/beside/recorded:first/recorded:first');
    expect(await screen.findByText(/^A and B are the same run/)).toBeTruthy();
  });

  it('tells that the run of a link is being read', async () => {
    open('#/shared?v=1&run=abc', { unpack: () => new Promise(() => undefined) });
    expect(await screen.findByText(/^Reading the run that the link holds/)).toBeTruthy();
  });
});

const small = { ...request, plan: fakePlan([makeArm('rand', 2, [2])]) };

/** A page on which a run waits for its first word. */
async function openWithRun() {
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const fake = fakePolicy(() => 'one two three');
  const waiting = {
    ...fake,
    async *generate(...asked: Parameters<typeof fake.generate>) {
      await gate;
      yield* fake.generate(...asked);
    },
  };
  const page = open('/', { policy: loaded(waiting) });
  await screen.findByText('Run');
  let ended: Promise<void> = Promise.resolve();
  act(() => {
    ended = page.controller.start(small);
  });
  await vi.waitFor(() => {
    expect(page.path()).toBe('/run/run-1');
  });
  const end = async (): Promise<void> => {
    await act(async () => {
      goOn();
      await ended;
    });
  };
  return { ...page, end };
}

const state = (): string | undefined => document.querySelector('main')?.dataset.runState;
const goTo = async (page: ReturnType<typeof open>, path: string): Promise<void> => {
  await act(async () => {
    page.navigate(path);
    await Promise.resolve();
  });
};

describe('a run under way', { timeout: 20_000 }, () => {
  it('stays where it ends before the person has decided for the recorded run of the address', async () => {
    const page = await openWithRun();
    fireEvent.change(promptField(), { target: { value: 'What is rain?' } });
    await goTo(page, '/recorded/concise');
    await screen.findByText('Stop it and open the other');
    expect(state()).toBe('running');
    await page.end();
    expect(state()).toBe('finished');
    expect(page.path()).toBe('/run/run-1');
    expect(promptField().value).toBe('What is rain?');
  });

  it('gives way where they let it', async () => {
    const page = await openWithRun();
    await goTo(page, '/recorded/concise');
    fireEvent.click(await screen.findByText('Stop it and open the other'));
    await isRecorded();
    expect(page.path()).toBe('/recorded/concise');
  });

  it('does not hold the address when it has ended', async () => {
    const page = await openWithRun();
    await page.end();
    await goTo(page, '/recorded');
    await goTo(page, '/recorded/concise');
    await isRecorded();
    expect(page.path()).toBe('/recorded/concise');
  });
});

describe('the person’s own set-up', { timeout: 20_000 }, () => {
  const kept = writeKeptForm({ form: { ...FIRST_KEPT_FORM, prompt: 'Mine?' }, before: null });
  const link = '#/?v=1&x=Theirs%3F&seed=7';
  const back = (): HTMLElement | null =>
    screen.queryByRole('button', { name: 'Back to my own set-up' });

  it('is kept apart from a link’s, also when that is changed, and comes back', async () => {
    const { written } = open(link, { kept });
    await screen.findByText('Run');
    expect(promptField().value).toBe('Theirs?');
    expect(written.form).toEqual(kept);
    fireEvent.change(promptField(), { target: { value: 'Theirs, changed?' } });
    expect(readKeptForm(written.form)).toMatchObject({
      form: { prompt: 'Theirs, changed?' },
      before: { prompt: 'Mine?' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Back to my own set-up' }));
    expect(promptField().value).toBe('Mine?');
    expect(document.activeElement).toBe(promptField());
    expect(back()).toBeNull();
    expect(written.form).toEqual(kept);
  });

  it('is not asked after where there was none, or it is what the link tells', async () => {
    open(link);
    await screen.findByText('Run');
    expect(back()).toBeNull();
    cleanup();
    open('#/?v=1&x=Mine%3F', { kept });
    await screen.findByText('Run');
    expect(back()).toBeNull();
  });

  it('comes back from a recorded run, whose splits are played without making it one’s own', async () => {
    const page = open('/recorded/concise', { kept });
    await isRecorded();
    const drafts = await screen.findByRole('slider', { name: 'Drafts' });
    fireEvent.change(drafts, { target: { value: '3' } });
    await isRecorded();
    expect(page.written.form).toEqual(kept);
    fireEvent.click(screen.getByRole('button', { name: 'Back to my own set-up' }));
    expect(promptField().value).toBe('Mine?');
    expect(screen.queryByText(/^Recorded: /)).toBeNull();
    expect(page.path()).toBe('/');
  });
});

function promptField(): HTMLTextAreaElement {
  return screen.getByRole('textbox', { name: 'Prompt' });
}

/** One that the gallery lists after the first. */
function otherRun(): { readonly name: string; readonly prompt: string } {
  const file = join(import.meta.dirname, '../public/recorded/index.json');
  const index: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const found = Array.isArray(index) ? (index.at(1) as unknown) : null;
  if (typeof found !== 'object' || found === null) throw new Error('The gallery has one run.');
  const { name, prompt } = found as Record<string, unknown>;
  return { name: String(name), prompt: String(prompt) };
}
