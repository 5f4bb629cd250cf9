// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeArm, type RunSummary } from '../../../core/index.ts';
import { NO_STUDY, type StudyView } from '../../../studies/index.ts';
import { keptStudy } from '../../../studies/testing/kept-studies.ts';
import { KeptStudies } from './kept-studies.tsx';

afterEach(cleanup);

const study = keptStudy();
const arm = makeArm('prs', 4, [2, 2]);

/** A finished run whose one arm has so many of its four responses. */
const finished = (id: string, finishedResponses: number): RunSummary => ({
  ...{ id, name: id, createdAt: 0, prompt: '', preference: '', budget: 4 },
  arms: [{ arm, finishedResponses, bestReward: 1 }],
  ...{ modelName: 'Fake', scorerName: 'Fake', state: { status: 'finished' }, origin: 'sampled' },
});

const WHOLE = ['study-1-1', 'study-2-1', 'study-1-2', 'study-2-2'].map((id) => finished(id, 4));
const LACKING = [finished('study-1-1', 1), ...WHOLE.slice(1)];

const actions = {
  ...{ onGoOn: vi.fn(), onAskAgain: vi.fn(), onStop: vi.fn() },
  ...{ onRead: vi.fn(), onDelete: vi.fn() },
};

beforeEach(() => {
  vi.clearAllMocks();
});

function show(runs: readonly RunSummary[], progress: StudyView['progress'] = null, kept = study) {
  const draw = (state: StudyView['state'], now: readonly RunSummary[]) => (
    <KeptStudies
      {...actions}
      {...{ studies: [kept], runs: now, loaded: null, startedId: null }}
      view={{ ...NO_STUDY, state, study: kept, progress }}
    />
  );
  const { rerender } = render(draw('stopped', runs));
  const button = (name: string) => screen.queryByRole('button', { name });
  return {
    button,
    press: (name: string) => {
      const found = screen.getByRole('button', { name });
      found.focus();
      fireEvent.click(found);
    },
    become: (state: StudyView['state'], now = runs) => {
      rerender(draw(state, now));
    },
  };
}

describe('a study that is kept', () => {
  it('is asked again for what its finished runs lack', () => {
    const page = show(LACKING);
    expect(screen.getByText(/^3 responses failed, in 1 run\./)).toBeTruthy();
    expect(page.button('Go on with Test')).toBeNull();
    page.press('Ask again for 3 responses of Test');
    expect(actions.onAskAgain).toHaveBeenCalledExactlyOnceWith(study);
    page.become('sampling');
    expect(page.button('Ask again for 3 responses of Test')).toBeNull();
    page.press('Stop Test');
    expect(actions.onStop).toHaveBeenCalledOnce();
  });

  it('is asked again for rewards that its scorer failed on', () => {
    const page = show(WHOLE, null, keptStudy({ unscored: { 'study-1-1': 2 } }));
    expect(
      screen.getByText(/^2 rewards failed, in 1 run\. They can be asked for again\.$/),
    ).toBeTruthy();
    expect(page.button('Ask again for 2 rewards of Test')).not.toBeNull();
    cleanup();
    show(LACKING, null, keptStudy({ unscored: { 'study-1-2': 1 } }));
    expect(screen.getByText(/^3 responses and 1 reward failed, in 2 runs\./)).toBeTruthy();
  });

  it('has nothing to ask again for where its runs are whole', () => {
    const page = show(WHOLE);
    expect(screen.queryByText(/failed/)).toBeNull();
    expect(page.button('Ask again for 3 responses of Test')).toBeNull();
  });

  it('leads to its runs for what failed where they lack no response, as feedback does', () => {
    const { become } = show(WHOLE, {
      ...{ runsDone: 4, runs: 4, textsDone: 28, texts: 28, upTo: '', failed: 1 },
      ...{ tokensPerSecond: 12, secondsLeft: null },
    });
    become('finished');
    const toRuns = /^Finished, but 1 text failed: open their runs under Runs/;
    expect(screen.getByText(toRuns)).toBeTruthy();
    become('finished', LACKING);
    expect(screen.queryByText(toRuns)).toBeNull();
    expect(screen.getByText('Finished, but 1 text failed.')).toBeTruthy();
  });

  it('keeps the focus with whoever begins, stops or has asked again', () => {
    const page = show(WHOLE.slice(1));
    page.press('Go on with Test');
    page.become('sampling');
    expect(document.activeElement).toBe(page.button('Stop Test'));
    page.press('Stop Test');
    page.become('stopped');
    expect(document.activeElement).toBe(page.button('Go on with Test'));
    page.become('sampling');
    page.become('finished', WHOLE);
    // The button has gone.
    expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Test' }));

    page.become('finished', LACKING);
    page.press('Ask again for 3 responses of Test');
    page.become('loading', LACKING);
    expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Test' }));
  });
});
